import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { settledSource } from '#src/reading/content-path.ts';
import { readSameBody } from '#src/reading/read-body.ts';
import { articleFile, ENTRY_FILE, wordFile, type IndexedArticle } from '#src/search/index-format.ts';
import { readChunk } from '#src/search/chunk-words.ts';
import { indexWords, type IndexedChunk, type FiledWords } from '#src/search/index-words.ts';
import { makeIndex } from '#src/search/make-index.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { searchFacts, searchRecord, type SearchedNames, type SearchRecord } from '#src/search/search-record.ts';
import type { BuildContext } from '../build-context.ts';
import type { MadeIndex, RequestedArticle, RequestedIndex } from './index-request.ts';
import { cacheWords, forgetOldWords, forgetWords, readCachedWords } from './words-cache.ts';

/** The newsroom or the cache is not as the request says. */
export class ChangedMeanwhile extends Error {}

/** What indexing needs to know of a build. */
export type IndexContext = Pick<BuildContext, 'contentRoot' | 'earlierFolder' | 'cacheFolder'>;

/**
 * Makes the files of search indexes. It reads the bodies of the articles that it is given, and of the newsroom nothing else.
 * @param folder gets a folder for each edition; they must not exist yet
 * @throws ChangedMeanwhile if the newsroom or the cache is not as the request says
 */
export function makeSearchIndex(
  requested: readonly RequestedIndex[],
  folder: string,
  context: IndexContext,
): MadeIndex[] {
  const source = settledSource(context);
  const made = requested.map((request) => makeFiles(request, new IndexFolder(join(folder, request.locale)), source));
  const used = requested.flatMap(({ key, lastKey }) => [key, ...(lastKey ? [lastKey] : [])]);
  forgetOldWords(context.cacheFolder, new Set(used));
  return made;
}

function makeFiles(request: RequestedIndex, folder: IndexFolder, context: IndexContext): MadeIndex {
  const { cacheFolder } = context;
  const { locale, key, isChanged, chunks, files, lastKey, events } = request;
  const names = namesIn(request);
  const indexed: IndexedChunk[] = [];
  const made = chunks.map((chunk) => {
    const { version } = chunk;
    const records = chunk.articles?.map((article) => recordOf(article, locale, names, context));
    if (isChanged) indexed.push({ version, ...(records && { words: readChunk(records) }) });
    return { version, ...(records && chunk.isChanged && { digests: writeArticles(folder, version, records) }) };
  });
  const articles = chunks.reduce((sum, chunk) => sum + (chunk.articles?.length ?? chunk.count), 0);
  if (!isChanged) return { locale, key, articles, chunks: made };
  const words = indexWords(indexed, locale, lastKey === undefined ? undefined : lastWords(cacheFolder, lastKey));
  const known = new Set(files);
  const index = makeIndex(words, (name) => known.has(name), events);
  const packed = new Set(index.entry.grams.names.map(wordFile));
  const written = [...index.files].map(([name, content]): [string, string?] =>
    known.has(name) || !content ? [name] : [name, folder.write(name, content, packed.has(name))],
  );
  cacheWords(cacheFolder, key, { ...words, files: index.made, grams: index.entry.grams.names });
  const entry = Buffer.from(JSON.stringify(index.entry));
  return {
    locale,
    key,
    articles: index.entry.articles,
    chunks: made,
    files: [...written, [ENTRY_FILE, folder.write(ENTRY_FILE, entry)]],
  };
}

function lastWords(cacheFolder: string, key: string): FiledWords {
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

function recordOf(
  { file, pubDate, ...fields }: RequestedArticle,
  locale: Locale,
  names: SearchedNames,
  context: IndexContext,
): SearchRecord {
  try {
    const facts = searchFacts(locale, { ...fields, pubDate: new Date(pubDate) }, names);
    return searchRecord(facts, readSameBody(context, { file, bodyDigest: fields.bodyDigest }));
  } catch (cause) {
    throw new ChangedMeanwhile(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function writeArticles(folder: IndexFolder, version: string, records: readonly SearchRecord[]): string[] {
  return records.map(({ url, title, date, section, names, text, event }, at) => {
    const article: IndexedArticle = { url, title, date, section, names, text, ...(event && { event }) };
    return folder.write(articleFile(version, at), Buffer.from(JSON.stringify(article)));
  });
}

/** The folder that an edition's index is written to. */
class IndexFolder {
  readonly #path: string;
  /** The folders that are there. */
  readonly #folders = new Set<string>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Writes a file, compressed. @param isPacked gzip cannot make it smaller @returns the SHA-256 of what was written */
  write(name: string, content: Uint8Array, isPacked = false): string {
    const path = join(this.#path, name);
    const parent = dirname(path);
    if (!this.#folders.has(parent)) mkdirSync(parent, { recursive: true });
    this.#folders.add(parent);
    const bytes = gzipSync(content, isPacked ? { level: 0 } : {});
    writeFileSync(path, bytes);
    return hash('sha256', bytes);
  }
}
