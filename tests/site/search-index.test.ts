import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { parseSite } from '#src/site.ts';
import type { BuildContext } from '#src/publish/build-context.ts';
import { planSearchIndex } from '#src/publish/search/plan-search-index.ts';
import type { IndexRequest, MadeIndex, ReusableIndex } from '#src/publish/search/index-request.ts';
import { FEW_FILES, startSearchIndex } from '#src/publish/search/start-search-index.ts';
import { readCachedWords } from '#src/publish/search/words-cache.ts';
import { NOW, PROJECT } from './build-sites.ts';
import { filesBelow, readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';
import { sharedFolder } from '../temporary-folder.ts';

const work = sharedFolder();

const content = join(work, 'content');
const whole = join(work, 'whole');
const world: BuildContext = {
  contentRoot: content,
  cacheFolder: join(work, 'cache'),
  now: new Date(NOW),
  site: parseSite(),
};

/** The indexes of what the newsroom now holds. */
function plan(version = 'v1') {
  const { newsroom } = readNewsroom(content);
  return planSearchIndex(Object.values(makeEditions(newsroom, world.site, world.now)), version);
}

/** Those of the sample as it is: to read it takes most of the time of a test. */
let sample: ReturnType<typeof plan>;

/** The index of the sample in English. */
let made: MadeIndex;

/** All of an index can be reused. */
const reusable = ({ key, chunks, files = [] }: MadeIndex): ReusableIndex => ({
  key,
  isWhole: true,
  chunks: new Set(chunks.map(({ version }) => version)),
  files: new Set(files.map(([name]) => name)),
});

/** How many files a newsroom has whose index is made here, and one whose index another process makes. */
const [HERE, ELSEWHERE] = [1, FEW_FILES + 1];

const makeIndexes = (folder: string, request: IndexRequest, { context = world, files = HERE } = {}) =>
  startSearchIndex(context, folder, request, files).finished;

const indexIn = (wanted: Locale, indexes: readonly MadeIndex[]) => {
  const index = indexes.find(({ locale }) => locale === wanted);
  if (!index) throw new Error(`there is no index in ${wanted}`);
  return index;
};
const english = (indexes: readonly MadeIndex[]) => indexIn('en', indexes);

const chunksMade = ({ chunks }: MadeIndex) => chunks.filter(({ digests }) => digests).map(({ version }) => version);
const filesMade = ({ files = [] }: MadeIndex) =>
  files.filter(([, digest]) => digest !== undefined).map(([name]) => name);

/** An article of an edition's oldest chunk. */
function oldArticle(locale: Locale): string {
  const index = sample.find(({ edition }) => edition.locale === locale);
  return join(content, index?.chunks[0]?.articles[0]?.file ?? '');
}

/** Edits an article, does something, and takes the edit back. */
async function withEdit(
  edit: (text: string) => string,
  act: (file: string) => Promise<void>,
  locale: Locale = 'en',
): Promise<void> {
  const file = oldArticle(locale);
  const text = readFileSync(file, 'utf8');
  try {
    writeFileSync(file, edit(text));
    await act(file);
  } finally {
    writeFileSync(file, text);
  }
}

beforeAll(async () => {
  cpSync(join(PROJECT, 'src/content'), content, { recursive: true });
  sample = plan();
  made = english(await makeIndexes(whole, { plan: sample }));
});

describe('the search index', () => {
  it('is made with the same bytes again, from what is cached and from nothing, also by a process of its own', async () => {
    const [cached, clean] = [join(work, 'cached'), join(work, 'clean')];
    await makeIndexes(cached, { plan: sample });
    const context = { ...world, cacheFolder: join(work, 'no-cache') };
    await makeIndexes(clean, { plan: sample }, { context, files: ELSEWHERE });
    expect(differences(readSite(whole), readSite(cached))).toEqual([]);
    expect(differences(readSite(whole), readSite(clean))).toEqual([]);
  });

  it('is not made again if nothing has changed', async () => {
    const folder = join(work, 'unchanged');
    const request = { plan: sample, reusable: { en: reusable(made) } };
    const index = english(await makeIndexes(folder, request));
    expect(chunksMade(index)).toEqual([]);
    expect(index.files).toBeUndefined();
    expect(index.articles).toBe(made.articles);
  });

  it('changes in one chunk and in the files of the words concerned if an article gets a sentence', async () => {
    await withEdit(
      (text) => `${text}\nThe flibbertigibbet was missing.\n`,
      async () => {
        const folder = join(work, 'edited');
        const edited = plan();
        const request = { plan: edited, reusable: { en: reusable(made) } };
        const index = english(await makeIndexes(folder, request));
        expect(chunksMade(index)).toHaveLength(1);
        expect(filesMade(index)).toContain('index.bin');
        expect(filesMade(index).length).toBeLessThan((index.files ?? []).length);
        const clean = join(work, 'edited-clean');
        await makeIndexes(clean, { plan: edited, isClean: true });
        const [some, all] = [readSite(folder), readSite(clean)];
        const wrong = filesBelow(join(folder, 'en')).filter((file) => differences(some, all).includes(`en/${file}`));
        expect(wrong).toEqual([]);
      },
    );
  });

  it('caches the same for the next edit, whether it was made from the last one or from nothing', async () => {
    const before = indexIn('es', await makeIndexes(join(work, 'before'), { plan: sample }));
    const edit = (text: string) => `${text}\nSe vio un ornitorrinco.\n`;
    const act = async () => {
      const edited = plan();
      const cachedBy = async (folder: string, request: IndexRequest) => {
        const index = indexIn('es', await makeIndexes(join(work, folder), request));
        return { chunks: chunksMade(index).length, words: readCachedWords(world.cacheFolder, index.key) };
      };
      const some = await cachedBy('one-chunk', { plan: edited, reusable: { es: reusable(before) } });
      const all = await cachedBy('all-chunks', { plan: edited, isClean: true });
      expect(some.chunks).toBeLessThan(all.chunks);
      expect(some.words).toEqual(all.words);
      expect(some.words?.forms).toContain('ornitorrinco');
    };
    await withEdit(edit, act, 'es');
  });

  it.each([
    ['headline', (text: string) => text.replace(/^title: .*$/m, 'title: Other words')],
    ['body', (text: string) => `${text}\nOne more sentence.\n`],
  ])('is planned anew if an article’s %s is edited', async (_, edit) => {
    const before = sample.map(({ key }) => key);
    await withEdit(edit, async () => {
      const [first, second] = plan();
      expect(first?.key).not.toBe(before[0]);
      expect(second?.key).toBe(before[1]);
    });
  });

  it.each([
    ['this process makes it', HERE],
    ['another process makes it', ELSEWHERE],
  ])('is refused if an article’s body is edited after it was planned, and %s', async (_, files) => {
    const request = { plan: sample, isClean: true };
    await withEdit(
      (text) => `${text}\nOne more sentence.\n`,
      async (file) => {
        await expect(makeIndexes(join(work, 'late'), request, { files })).rejects.toThrow(
          `${file.slice(content.length + 1)} was changed while the site was built; build again`,
        );
      },
    );
  });

  it('says so if its cache is damaged, and is right the next time', async () => {
    writeFileSync(join(world.cacheFolder, 'search', made.key), 'damaged');
    const request = { plan: sample, reusable: { en: { ...reusable(made), isWhole: false } } };
    const folder = join(work, 'damaged');
    await expect(makeIndexes(folder, request)).rejects.toThrow(/cache was damaged.*build again/);
    const index = english(await makeIndexes(join(work, 'mended'), request));
    expect(index.files?.map(([name]) => name)).toEqual(made.files?.map(([name]) => name));
  });

  it('is another if other code makes it', () => {
    const versions = new Set(sample.flatMap(({ chunks }) => chunks.map(({ version }) => version)));
    expect(plan('v2').flatMap(({ chunks }) => chunks.filter(({ version }) => versions.has(version)))).toEqual([]);
  });
});
