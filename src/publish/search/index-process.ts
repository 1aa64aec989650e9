/**
 * The process that makes the search index, started by {@link file://./start-search-index.ts}. It reads the bodies of the
 * articles that it is given, and of the newsroom nothing else.
 */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildSettings } from '#src/build-settings.ts';
import { readSameBody } from '#src/reading/read-body.ts';
import { articleFile, ENTRY_FILE, wordFile, type IndexedArticle } from '#src/search/index-format.ts';
import { readChunk } from '#src/search/chunk-words.ts';
import { indexWords, type IndexedChunk, type FiledWords } from '#src/search/index-words.ts';
import { makeIndex } from '#src/search/make-index.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { searchFacts, searchRecord, type SearchedNames, type SearchRecord } from '#src/search/search-record.ts';
import type { MadeIndex, Refusal, RequestedArticle, RequestedIndex } from './start-search-index.ts';
import { cacheWords, forgetOldWords, forgetWords, readCachedWords } from './words-cache.ts';

/** The newsroom or the cache is not as the request says. */
class ChangedMeanwhile extends Error {}

const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
const settings = buildSettings(process.env);
const { cacheFolder } = settings;
if (!folder) throw new Error('index-process.ts is started by the build, with a folder');

/** The folders that are there. */
const folders = new Set<string>();

// The request follows when the build has found the newsroom good.
const requested = JSON.parse(await firstLine(process.stdin)) as RequestedIndex[];
process.stdout.write(JSON.stringify(answerTo(requested, folder)));

function answerTo(all: readonly RequestedIndex[], at: string): MadeIndex[] | Refusal {
  try {
    const made = all.map((request) => makeFiles(request, join(at, request.locale)));
    forgetOldWords(cacheFolder, new Set(all.flatMap(({ key, lastKey }) => [key, ...(lastKey ? [lastKey] : [])])));
    return made;
  } catch (error) {
    // That someone writes to the newsroom meanwhile is no fault of the program.
    if (error instanceof ChangedMeanwhile) return { refusal: error.message };
    throw error;
  }
}

/** The first line, and not the whole input: the build is busy, and may close the pipe much later. */
async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new Error('The build ended before it requested anything.');
}

function makeFiles(request: RequestedIndex, editionFolder: string): MadeIndex {
  const { locale, key, isChanged, chunks, files, lastKey, events } = request;
  const names = namesIn(request);
  const indexed: IndexedChunk[] = [];
  const made = chunks.map((chunk) => {
    const { version } = chunk;
    const records = chunk.articles?.map((article) => recordOf(article, locale, names));
    if (isChanged) indexed.push({ version, ...(records && { words: readChunk(records) }) });
    return { version, ...(records && chunk.isChanged && { digests: writeArticles(editionFolder, version, records) }) };
  });
  const articles = chunks.reduce((sum, chunk) => sum + (chunk.articles?.length ?? chunk.count), 0);
  if (!isChanged) return { locale, key, articles, chunks: made };
  const words = indexWords(indexed, locale, lastKey === undefined ? undefined : lastWords(lastKey));
  const known = new Set(files);
  const index = makeIndex(words, (name) => known.has(name), events);
  const packed = new Set(index.entry.grams.names.map(wordFile));
  const written = [...index.files].map(([name, content]): [string, string?] =>
    known.has(name) || !content ? [name] : [name, write(join(editionFolder, name), content, packed.has(name))],
  );
  cacheWords(cacheFolder, key, { ...words, files: index.made, grams: index.entry.grams.names });
  const entry = Buffer.from(JSON.stringify(index.entry));
  return {
    locale,
    key,
    articles: index.entry.articles,
    chunks: made,
    files: [...written, [ENTRY_FILE, write(join(editionFolder, ENTRY_FILE), entry)]],
  };
}

function lastWords(key: string): FiledWords {
  const cached = readCachedWords(cacheFolder, key);
  if (cached) return cached;
  forgetWords(cacheFolder, key);
  throw new ChangedMeanwhile('a file of the search index’s cache was damaged, and is forgotten; build again');
}

function namesIn({ names }: RequestedIndex): SearchedNames {
  const { categories, authors, tags, places, kinds } = names;
  return {
    categories: new Map(categories),
    authors: new Map(authors),
    tags: new Map(tags),
    places: new Map(places),
    kinds: new Map(kinds),
  };
}

function recordOf({ file, pubDate, ...fields }: RequestedArticle, locale: Locale, names: SearchedNames): SearchRecord {
  try {
    const facts = searchFacts(locale, { ...fields, pubDate: new Date(pubDate) }, names);
    return searchRecord(facts, readSameBody(settings, { file, bodyDigest: fields.bodyDigest }));
  } catch (cause) {
    throw new ChangedMeanwhile(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function writeArticles(editionFolder: string, version: string, records: readonly SearchRecord[]): string[] {
  return records.map(({ url, title, date, section, names, text, event }, at) => {
    const article: IndexedArticle = { url, title, date, section, names, text, ...(event && { event }) };
    return write(join(editionFolder, articleFile(version, at)), Buffer.from(JSON.stringify(article)));
  });
}

/** Writes a file, compressed. @param isPacked gzip cannot make it smaller @returns the SHA-256 of what was written */
function write(path: string, content: Uint8Array, isPacked = false): string {
  const parent = dirname(path);
  if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
  folders.add(parent);
  const bytes = gzipSync(content, isPacked ? { level: 0 } : {});
  writeFileSync(path, bytes);
  return hash('sha256', bytes);
}
