import { appendFileSync, cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildOptions, BuiltSite } from '#src/publish/build-site.ts';
import { explainPage } from '#src/publish/reuse/explain-page.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { build, built, PROJECT } from './build-sites.ts';
import { filesBelow } from './built-site.ts';

/** A copy of a newsroom, and its site, which has been built. */
async function newsroom() {
  const folder = temporaryFolder();
  const [contentRoot, out] = [join(folder, 'content'), join(folder, 'site')];
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), contentRoot, { recursive: true });
  const story = join(contentRoot, 'articles/en/2026/rain.md');
  const again = (options: Partial<BuildOptions> & { now?: string; origin?: string } = {}) =>
    built({ contentRoot, out, ...options });
  await again();
  const before = marksIn(out);
  return {
    contentRoot,
    out,
    story,
    again,
    edit: (from: string | RegExp, to: string) => writeFileSync(story, readFileSync(story, 'utf8').replace(from, to)),
    read: (file: string) => readFileSync(join(out, file), 'utf8'),
    /** The files that have been written to or replaced since the first build. */
    touched: () => [...marksIn(out)].filter(([file, mark]) => before.get(file) !== mark).map(([file]) => file),
  };
}

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
    const { again, touched } = await newsroom();
    const second = await again({ isForced: true });
    expect(touched()).toEqual([]);
    expect(explainPage('/articles/rain/', second)).toBe('/articles/rain/ was reused: it shows what it showed before');
    expect(renderedIn(second)).toEqual([]);
    expect(second.removed).toEqual([]);
  });

  it('renders an edited story, and of the other pages those that show what was edited', async () => {
    const { again, edit, touched, read } = await newsroom();
    edit(/^title: .*$/m, 'title: It has stopped raining');
    expect(explainPage('https://www.rivieramayanews.example/articles/rain/', await again())).toBe(
      '/articles/rain/ was rendered: what it shows has changed',
    );
    expect(touched()).toEqual(expect.arrayContaining([RAIN, 'index.html', 'rss.xml']));
    expect(touched()).not.toContain('es/index.html');
    expect(read('latest/index.html')).toContain('It has stopped raining');
  });

  it('touches no list if only the text of a story was edited', async () => {
    const { again, story, touched } = await newsroom();
    appendFileSync(story, '\nIt rained on.\n');
    await again();
    expect(touched().filter((file) => !file.startsWith('pagefind/'))).toEqual([RAIN]);
  });

  it('takes a deleted story away, and the folder that it leaves empty', async () => {
    const { again, story, out } = await newsroom();
    rmSync(story);
    const second = await again();
    expect(second.removed).toContain(RAIN);
    expect(explainPage('/articles/rain/', second)).toBe(
      '/articles/rain/ is not a page of this site; pages end with a slash',
    );
    expect(filesBelow(out).filter((file) => file.includes('rain'))).toEqual([]);
  });

  it('makes everything anew if it is told to, and writes nothing that comes out the same', async () => {
    const { again, touched } = await newsroom();
    const { rendered, report } = await again({ isClean: true });
    expect(rendered.size).toBe(report.pages);
    expect(touched()).toEqual([]);
    // The templates have been compiled anew, to the same.
    expect(renderedIn(await again())).toEqual([]);
  });

  it('leaves the site as it is if the newsroom has a mistake', async () => {
    const { contentRoot, out, touched } = await newsroom();
    appendFileSync(join(contentRoot, 'categories/region.yaml'), 'colour: blue\n');
    expect(await build({ contentRoot, out })).toMatchObject({
      problems: [{ file: 'categories/region.yaml', field: 'colour' }],
    });
    expect(touched()).toEqual([]);
  });
});

describe('a build of a newsroom in which nothing has changed for a while', () => {
  /** Of files that were written a moment ago no one can say that they have not changed: an hour later one can. */
  async function settled() {
    const site = await newsroom();
    const later = (options: Parameters<typeof site.again>[0] = {}) =>
      site.again({ clock: () => Date.now() + 3_600_000, ...options });
    return { ...site, later, first: await later() };
  }

  it('renders nothing, and reports the same of the site', async () => {
    const { later, touched, first } = await settled();
    expect(await later()).toMatchObject({ rendered: new Map(), removed: [], report: first.report });
    expect(touched()).toEqual([]);
  });

  it('repeats its warnings', async () => {
    const { later, edit } = await settled();
    edit('tags: [reefs]', 'tags: [reefs, sunshine, sunshin]');
    const { warnings } = (await later()).report;
    expect(warnings.join()).toContain('did you mean “sunshine”?');
    expect(await later()).toMatchObject({ rendered: new Map(), report: { warnings } });
  });

  it('renders what a new day changes, and the day before again', async () => {
    const { later } = await settled();
    expect(renderedIn(await later({ now: '2026-11-25T08:00:00-05:00' }))).toContain('index.html');
    expect((await later({ now: '2026-11-25T09:00:00-05:00' })).rendered.size).toBe(0);
    expect(renderedIn(await later())).toContain('index.html');
  });

  it.each<[string, (page: string) => void]>([
    ['written to', (page) => appendFileSync(page, ' ')],
    ['taken away', (page) => rmSync(page)],
  ])('repairs a page that was %s, and no other', async (_, damage) => {
    const { later, out, read } = await settled();
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
    const { later, edit, story } = await settled();
    const { mtime } = statSync(story);
    edit('rain', 'snow');
    utimesSync(story, mtime, mtime);
    expect(renderedIn(await later())).toContain(RAIN);
  });

  it('has another address if it is given one', async () => {
    const { later } = await settled();
    expect(renderedIn(await later({ origin: 'https://paper.example' }))).toContain(RAIN);
  });
});
