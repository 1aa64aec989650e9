import { appendFileSync, cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BuildOptions, BuiltSite } from '#src/publish/build-site.ts';
import { explainPage } from '#src/publish/reuse/explain-page.ts';
import { build, built, PROJECT } from './build-sites.ts';
import { filesBelow } from './built-site.ts';
import { sharedFolder } from '../temporary-folder.ts';

const folder = sharedFolder();
const [contentRoot, out] = [join(folder, 'content'), join(folder, 'site')];
const story = join(contentRoot, 'articles/en/2026/rain.md');

const again = (options: Partial<BuildOptions> & { now?: string; origin?: string } = {}) =>
  built({ contentRoot, out, ...options });
/** A build an hour later: of files that were written a moment ago no one can say that they have not changed. */
const later = (options: Parameters<typeof again>[0] = {}) => again({ clock: () => Date.now() + 3_600_000, ...options });

const edit = (from: string | RegExp, to: string) => writeFileSync(story, readFileSync(story, 'utf8').replace(from, to));
const read = (file: string) => readFileSync(join(out, file), 'utf8');

let before = new Map<string, string>();
/** The files that have been written to or replaced since the first build. */
const touched = () => [...marksIn(out)].filter(([file, mark]) => before.get(file) !== mark).map(([file]) => file);

beforeEach(async () => {
  rmSync(contentRoot, { recursive: true, force: true });
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), contentRoot, { recursive: true });
  await later();
  before = marksIn(out);
});

/** What each file of a site is on the disk. */
function marksIn(out: string): Map<string, string> {
  return new Map(
    filesBelow(out).map((file) => {
      const { ino, mtimeMs } = statSync(join(out, file));
      return [file, `${ino} ${mtimeMs}`];
    }),
  );
}

/** The pages that were rendered for another reason than that they are at every build. */
const renderedIn = ({ rendered }: BuiltSite) =>
  [...rendered].filter(([, reason]) => reason !== 'unkeyed').map(([file]) => file);

const RAIN = 'articles/rain/index.html';

describe('a second build', () => {
  it('of a newsroom in which nothing has changed writes nothing', async () => {
    const second = await again({ isForced: true });
    expect(touched()).toEqual([]);
    expect(explainPage('/articles/rain/', second)).toBe('/articles/rain/ was reused: it shows what it showed before');
    expect(renderedIn(second)).toEqual([]);
    expect(second.removed).toEqual([]);
  });

  it('renders an edited story, and of the other pages those that show what was edited', async () => {
    edit(/^title: .*$/m, 'title: It has stopped raining');
    expect(explainPage('https://www.rivieramayanews.example/articles/rain/', await again())).toBe(
      '/articles/rain/ was rendered: what it shows has changed',
    );
    expect(touched()).toEqual(expect.arrayContaining([RAIN, 'index.html', 'rss.xml']));
    expect(touched()).not.toContain('es/index.html');
    expect(read('latest/index.html')).toContain('It has stopped raining');
  });

  it('touches no list if only the text of a story was edited, only its page and the feeds that carry it', async () => {
    appendFileSync(story, '\nIt rained on.\n');
    await again();
    const isFeed = (file: string) => /(?:rss|atom)\.xml$|feed\.json$/.test(file);
    expect(touched().filter((file) => !file.startsWith('_search/') && !isFeed(file))).toEqual([RAIN]);
  });

  it('takes a deleted story away, and the folder that it leaves empty', async () => {
    rmSync(story);
    const second = await again();
    expect(second.removed).toContain(RAIN);
    expect(explainPage('/articles/rain/', second)).toBe(
      '/articles/rain/ is not a page of this site; pages end with a slash',
    );
    expect(filesBelow(out).filter((file) => file.includes('rain'))).toEqual([]);
  });

  it('makes everything anew if it is told to, and writes nothing that comes out the same', async () => {
    const { rendered, report } = await again({ isClean: true });
    expect(rendered.size).toBe(report.pages);
    expect(touched()).toEqual([]);
    // The templates have been compiled anew, to the same.
    expect(renderedIn(await again())).toEqual([]);
  });

  it('leaves the site as it is if the newsroom has a mistake', async () => {
    appendFileSync(join(contentRoot, 'categories/region.yaml'), 'colour: blue\n');
    expect(await build({ contentRoot, out })).toMatchObject({
      problems: [{ file: 'categories/region.yaml', field: 'colour' }],
    });
    expect(touched()).toEqual([]);
  });
});

describe('a build of a newsroom in which nothing has changed for a while', () => {
  it('renders nothing, and reports the same of the site', async () => {
    const { report } = await later({ isForced: true });
    expect(await later()).toMatchObject({ rendered: new Map(), removed: [], report });
    expect(touched()).toEqual([]);
  });

  it('repeats its warnings', async () => {
    edit('tags: [reefs]', 'tags: [reefs, sunshine, sunshin]');
    const { problems } = (await later()).report;
    expect(problems.join()).toContain('did you mean “sunshine”?');
    expect(await later()).toMatchObject({ rendered: new Map(), report: { problems } });
  });

  it('renders what a new day changes, and the day before again', async () => {
    expect(renderedIn(await later({ now: '2026-11-25T08:00:00-05:00' }))).toContain('index.html');
    expect((await later({ now: '2026-11-25T09:00:00-05:00' })).rendered.size).toBe(0);
    expect(renderedIn(await later())).toContain('index.html');
  });

  it.each<[string, (page: string) => void]>([
    ['written to', (page) => appendFileSync(page, ' ')],
    ['taken away', (page) => rmSync(page)],
  ])('repairs a page that was %s, and no other', async (_, damage) => {
    const good = read(RAIN);
    damage(join(out, RAIN));
    const repaired = await later();
    expect(explainPage('/articles/rain/', repaired)).toBe(
      '/articles/rain/ was rendered: its file was not as the last build wrote it',
    );
    expect(renderedIn(repaired)).toEqual([RAIN]);
    expect(read(RAIN)).toBe(good);
  });

  it('renders a story whose words were exchanged for as many others', async () => {
    const { mtime } = statSync(story);
    edit('rain', 'snow');
    utimesSync(story, mtime, mtime);
    expect(renderedIn(await later())).toContain(RAIN);
  });

  it('has another address if it is given one', async () => {
    expect(renderedIn(await later({ origin: 'https://paper.example' }))).toContain(RAIN);
  });
});
