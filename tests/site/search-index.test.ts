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
import { NOW, PROJECT } from './build-sites.ts';
import { filesBelow } from './built-site.ts';

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
const keysIn = (folder: string) => new Map(listIn(folder).map(({ name, key }) => [name, key]));

/** The files below two folders that differ, or are in one alone. */
function differences(one: string, other: string): string[] {
  const files = [...new Set([...filesBelow(one), ...filesBelow(other)])];
  const bytes = (folder: string, file: string) =>
    filesBelow(folder).includes(file) ? readFileSync(join(folder, file)).toString('base64') : undefined;
  return files.filter((file) => bytes(one, file) !== bytes(other, file)).toSorted();
}

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

  it('has a reader load little for a word: Pagefind still heeds what it is told', async () => {
    const folder = join(work, 'readers');
    await startSearchIndex(world, folder, { plan: plan() }).finished;
    const recent = join(folder, 'en/recent/index');
    const sizes = filesBelow(recent).map((file) => statSync(join(recent, file)).size);
    // With Pagefind's own measure these are 3 files of 27 kB.
    expect(sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThan(8_000);
  });

  it('is made of the parts alone that are not known, which are then what they are in the whole, down to the last byte', async () => {
    const folder = join(work, 'wanted');
    const wanted = ['en/recent', 'en/archive-2'];
    const everyKey = made.map(({ path, key }) => [path, key]);
    const reusable = Object.fromEntries(everyKey.filter(([path = '']) => !wanted.includes(path))) as Record<
      string,
      string
    >;
    const parts = await startSearchIndex(world, folder, { plan: plan('v1', SIZES), reusable }).finished;
    expect(parts.filter((part) => part.made).map(({ path }) => path)).toEqual(wanted);
    expect(parts.map(({ made: _, ...part }) => part)).toEqual(made.map(({ made: _, ...part }) => part));
    const missing = differences(whole, folder);
    expect(missing.filter((file) => wanted.some((part) => file.startsWith(`${part}/`)))).toEqual([]);
    expect(missing.filter((file) => file.startsWith('en/archive-1/'))).not.toEqual([]);
    // The list tells of all parts: those that are not made now were made before.
    expect(missing).not.toContain(`en/${INDEX_FILES.list}`);
  });

  it('changes in one part, and in its key, when an old story is corrected', async () => {
    const { en } = makeEditions(readNewsroom(content).newsroom, world.site, world.now);
    const oldest = searchParts(en, SIZES).at(-1);
    const file = join(content, oldest?.articles[0]?.file ?? '');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\nA sentence that was missing.\n`);
    try {
      const folder = join(work, 'corrected');
      await startSearchIndex(world, folder, { plan: plan('v1', SIZES) }).finished;
      const keys = keysIn(folder);
      expect([...keysIn(whole)].filter(([name, key]) => keys.get(name) !== key).map(([name]) => name)).toEqual([
        'archive-1',
      ]);
      const changed = differences(whole, folder).map((path) => path.split('/').slice(0, 2).join('/'));
      expect([...new Set(changed)]).toEqual(['en/archive-1', `en/${INDEX_FILES.list}`]);
    } finally {
      writeFileSync(file, before);
    }
  });

  it.each([
    [
      'headline',
      /^title: .*$/m,
      'title: Other words',
      /^stories of en\/archive-1 were changed while the site was built/,
    ],
    ['body', /$/, '\nOne more sentence.\n', /^stories of en\/archive-1 were changed while the site was built/],
  ])('is refused where a story’s %s is edited after it was planned', async (_, before, after, message) => {
    const { en } = makeEditions(readNewsroom(content).newsroom, world.site, world.now);
    const file = join(content, searchParts(en, SIZES).at(-1)?.articles[0]?.file ?? '');
    const text = readFileSync(file, 'utf8');
    const planned = plan('v1', SIZES);
    writeFileSync(file, text.replace(before, after));
    try {
      const { finished } = startSearchIndex(world, join(work, `edited ${String(before)}`.replaceAll('/', '')), {
        plan: planned,
      });
      await expect(finished).rejects.toThrow(message);
    } finally {
      writeFileSync(file, text);
    }
  });

  it('has other keys when other code makes it', async () => {
    const folder = join(work, 'other-code');
    const reusable = Object.fromEntries(made.map(({ path, key }) => [path, key]));
    const parts = await startSearchIndex(world, folder, { plan: plan('v2', SIZES), reusable }).finished;
    expect(parts.filter((part) => !part.made)).toEqual([]);
  });
});
