import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { PROJECT } from './build-sites.ts';
import { filesBelow } from './built-site.ts';

const work = mkdtempSync(join(tmpdir(), 'second-build-'));
const content = join(work, 'content');
const out = join(work, 'site');
afterAll(() => rmSync(work, { recursive: true, force: true }));

const STORY = join(content, 'articles/en/2026/rain.md');

/** Builds the newsroom as it is now. */
function build(...options: string[]) {
  const call = ['scripts/build.ts', '--content', content, '--out', out, '--now', '2026-11-24T08:00', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...plainEnvironment(), CI: '1' },
  });
  const [, pages, rendered, kept, removed] =
    /^(\d+) pages \((\d+) rendered, (\d+) kept, (\d+) removed\)/.exec(stdout)?.map(Number) ?? [];
  return { status, stdout, stderr, pages, rendered, kept, removed };
}

/** What each file of the site is on the disk: written to or replaced, it is another. */
const marks = () =>
  new Map(
    filesBelow(out).map((file) => {
      const { ino, mtimeMs } = statSync(join(out, file));
      return [file, `${ino} ${mtimeMs}`];
    }),
  );

/** The files that are not what they were on the disk. */
function touched(before: ReadonlyMap<string, string>): string[] {
  return [...marks()].filter(([file, mark]) => before.get(file) !== mark).map(([file]) => file);
}

beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), content, { recursive: true });
  expect(build().status).toBe(0);
});

describe('a second build', () => {
  it('of a newsroom in which nothing has changed writes nothing', () => {
    const before = marks();
    const second = build('--explain', '/articles/rain/');
    expect(touched(before)).toEqual([]);
    expect(second.stdout).toMatch(/^\/articles\/rain\/ was kept: it shows what it showed before$/m);
    expect(second.stdout).toMatch(/^Rendered because: 3 made at every build$/m);
    // The pages for what is not there, robots.txt and the sitemap's index are made each time, to the same bytes.
    expect(second).toMatchObject({ rendered: 3, removed: 0, status: 0 });
    expect((second.rendered ?? 0) + (second.kept ?? 0)).toBe(second.pages);
  });

  it('prints an edited story, and of the other pages those that show what was edited', () => {
    const before = marks();
    writeFileSync(STORY, readFileSync(STORY, 'utf8').replace(/^title: .*$/m, 'title: It has stopped raining'));
    const second = build('--explain', 'https://www.rivieramayanews.example/articles/rain/');
    expect(second.stdout).toMatch(/^\/articles\/rain\/ was rendered: what it shows has changed$/m);
    const changed = touched(before);
    expect(changed).toEqual(expect.arrayContaining(['articles/rain/index.html', 'index.html', 'rss.xml']));
    expect(changed).not.toContain('es/index.html');
    expect(readFileSync(join(out, 'latest/index.html'), 'utf8')).toContain('It has stopped raining');
  });

  it('touches no list where only the text of a story was edited', () => {
    const before = marks();
    appendFileSync(STORY, '\nIt rained on.\n');
    build();
    const pages = touched(before).filter((file) => !file.startsWith('pagefind/'));
    expect(pages).toEqual(['articles/rain/index.html']);
  });

  it('takes a deleted story away, and the folder that it leaves empty', () => {
    rmSync(STORY);
    const { removed, stdout } = build('--explain', '/articles/rain/');
    expect(removed).toBeGreaterThan(0);
    expect(stdout).toMatch(/^\/articles\/rain\/ is not a page of this site; pages end with a slash$/m);
    expect(filesBelow(out).filter((file) => file.includes('rain'))).toEqual([]);
  });

  it('mends a page that somebody wrote to', () => {
    const page = join(out, 'articles/rain/index.html');
    const good = readFileSync(page, 'utf8');
    writeFileSync(page, good.replace('rain', 'snow'));
    const { stdout } = build('--explain', '/articles/rain/');
    expect(readFileSync(page, 'utf8')).toBe(good);
    expect(stdout).toMatch(/^\/articles\/rain\/ was rendered: its file was not as the last build wrote it$/m);
  });

  it('makes everything anew where it is told to, and writes nothing that comes out the same', () => {
    const before = marks();
    const { rendered, pages } = build('--clean');
    expect(rendered).toBe(pages);
    expect(touched(before)).toEqual([]);
  });

  it('keeps its pages where the same templates have been compiled anew for another site', () => {
    expect(build('--clean', '--out', join(work, 'other')).status).toBe(0);
    expect(build().rendered).toBe(3);
  });

  it('leaves the site as it is where the newsroom has a mistake', () => {
    const before = marks();
    appendFileSync(join(content, 'categories/region.yaml'), 'colour: blue\n');
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^categories\/region\.yaml:.*colour.*\n\n1 mistake to fix\. Nothing was built; .*\n$/);
    expect(touched(before)).toEqual([]);
  });
});

describe('a build where nothing has changed for a while', () => {
  // Of files that were written a moment ago nobody can say that they have not changed.
  beforeEach(async () => {
    await pause(2_500);
    expect(build()).toMatchObject({ rendered: 3, status: 0 });
  });

  it('makes nothing, and tells the same of the site', () => {
    const before = marks();
    const second = build('--explain', '/');
    const third = build();
    expect(third).toMatchObject({ rendered: 0, kept: second.pages, pages: second.pages, removed: 0, status: 0 });
    expect(/Next change: .*/.exec(third.stdout)?.[0]).toBe(/Next change: .*/.exec(second.stdout)?.[0]);
    expect(touched(before)).toEqual([]);
  });

  it('tells its warnings again', async () => {
    writeFileSync(STORY, readFileSync(STORY, 'utf8').replace('tags: [reefs]', 'tags: [reefs, sunshine, sunshin]'));
    build();
    await pause(2_500);
    const told = build().stderr;
    expect(told).toContain('did you mean “sunshine”?');
    expect(build()).toMatchObject({ rendered: 0, stderr: told });
  });

  it('makes what a new day changes, and the day before again', () => {
    const tomorrow = build('--now', '2026-11-25T08:00');
    expect(tomorrow.rendered).toBeGreaterThan(3);
    expect(build('--now', '2026-11-25T09:00').rendered).toBe(0);
    expect(build().rendered).toBeGreaterThan(3);
  });

  it.each<[string, (page: string) => void]>([
    ['written to', (page) => appendFileSync(page, ' ')],
    ['taken away', (page) => rmSync(page)],
  ])('mends a page that was %s', (_, damage) => {
    const page = join(out, 'articles/rain/index.html');
    const good = readFileSync(page, 'utf8');
    damage(page);
    expect(build().rendered).toBe(4);
    expect(readFileSync(page, 'utf8')).toBe(good);
  });

  it('prints a story whose words were exchanged for as many others', () => {
    const { mtime } = statSync(STORY);
    writeFileSync(STORY, readFileSync(STORY, 'utf8').replace('rain', 'snow'));
    utimesSync(STORY, mtime, mtime);
    expect(build().rendered).toBeGreaterThan(3);
  });

  it('has another address where it is given one', () => {
    expect(build('--site', 'https://paper.example').rendered).toBeGreaterThan(3);
  });
});
