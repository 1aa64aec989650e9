import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { INDEX_FILES, type ListedPart } from '#src/search/part-list.ts';
import { searchParts, type PartSizes } from '#src/search/parts.ts';
import { parseSite } from '#src/site.ts';
import type { BuildContext } from '#src/publish/build-context.ts';
import { startSearchIndex, type IndexedPart } from '#src/publish/search/start-search-index.ts';
import { planSearchIndex } from '#src/publish/search/plan-search-index.ts';
import { NOW, PROJECT, siteFolder } from './build-sites.ts';
import { filesBelow, readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

/** The sample cut into several parts, as if it were an archive. */
const SIZES = { chunk: 3, volume: 8 };

const work = mkdtempSync(join(tmpdir(), 'search-index-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const content = join(work, 'content');
const whole = join(work, 'whole');
const world: BuildContext = {
  contentRoot: content,
  cacheFolder: join(work, 'cache'),
  now: new Date(NOW),
  site: parseSite(),
};

/** The parts of the whole index. */
let made: readonly IndexedPart[] = [];

/** The parts of the index of what the newsroom now holds. */
function plan(version = 'v1', sizes?: PartSizes) {
  const { newsroom } = readNewsroom(content);
  return planSearchIndex(Object.values(makeEditions(newsroom, world.site, world.now)), version, sizes);
}

const listIn = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'en', INDEX_FILES.list), 'utf8')) as { parts: ListedPart[] }).parts;

/** The keys of all parts but these. */
const reusableBut = (...paths: string[]): Record<string, string> =>
  Object.fromEntries(made.flatMap(({ path, key }) => (paths.includes(path) ? [] : [[path, key]])));

beforeAll(async () => {
  cpSync(join(PROJECT, 'src/content'), content, { recursive: true });
  made = await startSearchIndex(world, whole, { plan: plan('v1', SIZES) }).finished;
});

describe('the search index', () => {
  it('has a folder for each part, and one program for all', () => {
    const names = listIn(whole).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(3);
    const atTop = [...new Set(filesBelow(join(whole, 'en')).map((file) => file.split('/')[0]))];
    expect(atTop.toSorted()).toEqual([...names, INDEX_FILES.list, INDEX_FILES.worker].toSorted());
  });

  it('has a reader load little for a word: Pagefind still heeds what it is told', () => {
    const recent = join(siteFolder('sample'), 'pagefind/en/recent/index');
    const sizes = filesBelow(recent).map((file) => statSync(join(recent, file)).size);
    // With Pagefind's own measure these are 3 files of 27 kB.
    expect(sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThan(8_000);
  });

  it('is made of the parts alone that are not known, which are then what they are in the whole, down to the last byte', async () => {
    const folder = join(work, 'wanted');
    const wanted = ['en/recent', 'en/archive-2'];
    const reusable = reusableBut(...wanted);
    const parts = await startSearchIndex(world, folder, { plan: plan('v1', SIZES), reusable }).finished;
    expect(parts.filter((part) => part.made).map(({ path }) => path)).toEqual(wanted);
    expect(parts.map(({ made: _, ...part }) => part)).toEqual(made.map(({ made: _, ...part }) => part));
    const missing = differences(readSite(whole), readSite(folder));
    expect(missing.filter((file) => wanted.some((part) => file.startsWith(`${part}/`)))).toEqual([]);
    expect(missing.filter((file) => file.startsWith('en/archive-1/'))).not.toEqual([]);
    // The list tells of all parts: those that are not made now were made before.
    expect(missing).not.toContain(`en/${INDEX_FILES.list}`);
  });

  it('changes in one part, and in its key, when an old article is corrected', async () => {
    const { en } = makeEditions(readNewsroom(content).newsroom, world.site, world.now);
    const file = join(content, searchParts(en, SIZES).at(-1)?.articles[0]?.file ?? '');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\nA sentence that was missing.\n`);
    try {
      const folder = join(work, 'corrected');
      const request = { plan: plan('v1', SIZES), reusable: reusableBut() };
      const parts = await startSearchIndex(world, folder, request).finished;
      expect(parts.filter((part) => part.made).map(({ path }) => path)).toEqual(['en/archive-1']);
      const changed = differences(readSite(whole), readSite(folder)).filter((path) =>
        filesBelow(folder).includes(path),
      );
      expect([...new Set(changed.map((path) => path.split('/').slice(0, 2).join('/')))]).toEqual([
        'en/archive-1',
        `en/${INDEX_FILES.list}`,
      ]);
    } finally {
      writeFileSync(file, before);
    }
  });

  it.each([
    ['headline', /^title: .*$/m, 'title: Other words'],
    ['body', /$/, '\nOne more sentence.\n'],
  ])('is refused if an article’s %s is edited after it was planned', async (what, before, after) => {
    const { en } = makeEditions(readNewsroom(content).newsroom, world.site, world.now);
    const file = join(content, searchParts(en, SIZES).at(-1)?.articles[0]?.file ?? '');
    const text = readFileSync(file, 'utf8');
    const request = { plan: plan('v1', SIZES), reusable: reusableBut('en/archive-1') };
    writeFileSync(file, text.replace(before, after));
    try {
      await expect(startSearchIndex(world, join(work, `edited-${what}`), request).finished).rejects.toThrow(
        /^articles of en\/archive-1 were changed while the site was built/,
      );
    } finally {
      writeFileSync(file, text);
    }
  });

  it('has other keys when other code makes it', () => {
    const keys = new Set(made.map(({ key }) => key));
    expect(plan('v2', SIZES).filter(({ key }) => keys.has(key))).toEqual([]);
  });
});
