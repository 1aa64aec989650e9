/** The process that makes the search index of every edition; `start-search-index.ts` says how it is called. */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { buildSettings } from '#src/build-settings.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { without } from '#src/reading/quarantine.ts';
import { readSameBody } from '#src/reading/read-collection.ts';
import { readSomeArticles } from '#src/reading/read-newsroom.ts';
import { searchRecord } from '#src/search/search-record.ts';
import { INDEX_FILES, type ListedPart } from '#src/search/part-list.ts';
import { partKey, type SearchPart } from '#src/search/parts.ts';
import { parseSite } from '#src/site.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';
import type { IndexedPart, IndexerRequest, RequestedPart, Refusal } from './start-search-index.ts';

/** Records handed to the indexer at once: enough to keep it busy, few enough to keep memory flat. */
const BATCH = 200;

/**
 * How much of the index Pagefind puts into one file, in occurrences of words; a reader loads one file for each word in each
 * part. Its default is 20,000, files of some 27 kB. There is no documented option, only this variable
 * (pagefind/src/options.rs in 1.6), whose name says that it may go: a test notices.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '3000';

/** What a part needs of all that Pagefind writes: one worker serves all parts, and its other programs are not used. */
const PART_FILES = /^(?:filter|fragment|index|pagefind-entry\.json|pagefind\..+\.pf_meta)$/;

/**
 * The search program itself comes with the newest part, which readers load first. The other parts have in its place only
 * the bytes with which Pagefind's unpacked files begin: that saves readers 60 kB a part.
 */
const PROGRAM = /^wasm\.(?!unknown\.).+\.pagefind$/;
const NO_PROGRAM = 'pagefind_dcd';

/** The newsroom has changed since the build read it. */
class ChangedMeanwhile extends Error {}

const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
const { contentRoot, cacheFolder, now, origin } = buildSettings(process.env);
if (!folder || !now) throw new Error('index-process.ts is started by the build, with a folder and an instant');

// The request follows when the build has found the newsroom good.
const { parts: requested, rejected } = JSON.parse(await firstLine(process.stdin)) as IndexerRequest;
const wanted = new Set(requested.flatMap(({ files = [] }) => files));
const memory = new ReadingCache({ cacheFolder, contentRoot });
const newsroom = without(readSomeArticles(contentRoot, memory, wanted), new Set(rejected));
const editions = Object.values(makeEditions(newsroom, parseSite(origin), now));
process.stdout.write(JSON.stringify(await indexAll(editions, folder).catch(asRefusal)));
await close();

async function indexAll(all: readonly Edition[], at: string): Promise<IndexedPart[]> {
  const indexed: IndexedPart[] = [];
  for (const edition of all) {
    const parts = requested.filter(({ path }) => dirname(path) === edition.locale);
    indexed.push(...(await indexEdition(edition, parts, join(at, edition.locale))));
  }
  return indexed;
}

/** That someone writes to the newsroom meanwhile is no fault of the program. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof ChangedMeanwhile) return { refusal: error.message };
  throw error;
}

/** The first line, and not the whole input: the build is busy, and may close the pipe much later. */
async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new Error('The build ended before it requested anything.');
}

/** Makes those parts of an edition that cannot be reused, one after another, and the list of all. */
async function indexEdition(
  edition: Edition,
  parts: readonly RequestedPart[],
  editionFolder: string,
): Promise<IndexedPart[]> {
  mkdirSync(editionFolder, { recursive: true });
  const published = new Map(edition.articles.map((article) => [article.file, article]));
  const indexedParts: IndexedPart[] = [];
  for (const { path, key, version, articles: count, files } of parts) {
    if (!files) {
      indexedParts.push({ path, key, articles: count });
      continue;
    }
    const name = basename(path);
    const articles = files.flatMap((file) => published.get(file) ?? []);
    if (partKey(edition, { name, articles }, version) !== key)
      throw new ChangedMeanwhile(`articles of ${path} were changed while the site was built; build again`);
    const counted = await indexPart(edition, { name, articles }, editionFolder);
    indexedParts.push({ path, key, articles: counted, made: digestsBelow(join(editionFolder, name)) });
  }
  const list = indexedParts.map(({ path, articles, key }): ListedPart => ({
    name: basename(path),
    stories: articles,
    key,
  }));
  writeFileSync(join(editionFolder, INDEX_FILES.list), `${JSON.stringify({ parts: list })}\n`);
  return indexedParts;
}

async function indexPart(edition: Edition, { name, articles }: SearchPart, editionFolder: string): Promise<number> {
  const outputPath = join(editionFolder, name);
  const { index, errors } = await createIndex({ forceLanguage: edition.locale });
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  for (let start = 0; start < articles.length; start += BATCH) {
    await addArticles(index, edition, articles.slice(start, start + BATCH));
  }
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
  // The indexer keeps a part in memory until it is deleted.
  await index.deleteIndex();
  renameSync(join(outputPath, INDEX_FILES.worker), join(editionFolder, INDEX_FILES.worker));
  for (const file of readdirSync(outputPath)) {
    if (PROGRAM.test(file)) {
      if (name !== 'recent') writeFileSync(join(outputPath, file), NO_PROGRAM);
    } else if (!PART_FILES.test(file)) rmSync(join(outputPath, file));
  }
  return articlesIn(outputPath);
}

async function addArticles(index: PagefindIndex, edition: Edition, articles: readonly Article[]): Promise<void> {
  const answers = await Promise.all(
    articles.map((article) => index.addCustomRecord(searchRecord(edition, article, bodyOf(article)))),
  );
  const failed = answers.flatMap((answer) => answer.errors);
  if (failed.length > 0) throw new Error(`The search index refused an article: ${failed.join('; ')}`);
}

/** The body from which the key was made. */
function bodyOf(article: Article): string {
  try {
    return readSameBody(contentRoot, article);
  } catch (cause) {
    throw new ChangedMeanwhile(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Taken here, on a core to spare, rather than while the pages are rendered. */
function digestsBelow(at: string): Record<string, string> {
  return Object.fromEntries(filesBelow(at).map((file) => [file, hash('sha256', readFileSync(join(at, file)))]));
}

/** How many articles a part says it holds; the build compares it with how many there are. */
function articlesIn(partFolder: string): number {
  const entry = JSON.parse(readFileSync(join(partFolder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}
