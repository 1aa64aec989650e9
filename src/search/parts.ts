import { createHash } from 'node:crypto';
import { isoInstant } from '#src/i18n/format.ts';
import { monthKey, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { searchedFields, searchedNames, type SearchedFields } from './search-record.ts';

/** The sizes of an index's parts, in articles. */
export interface PartSizes {
  /** A chunk with at least this many articles ends with the month. */
  chunk: number;
  /** An archive part with at least this many articles is full. */
  volume: number;
}

/**
 * Small parts are good for three reasons: a publish indexes up to about two chunks again, an edit of an old article its
 * whole part, and the indexer's memory grows with the largest part. Few parts are good for readers: every word of a query
 * loads a file of some 4 kB from each part.
 */
export const PART_SIZES: PartSizes = { chunk: 300, volume: 5_000 };

/** The articles of one part of an edition's search index: all in a range of dates. */
export interface SearchPart {
  /** `recent`, or `archive-1` for the oldest, `archive-2` …: its folder's name. */
  name: string;
  /** Newest first. */
  articles: readonly Article[];
}

/**
 * Splits an edition's articles into the parts of its search index, newest first; there is always a `recent` part.
 *
 * Articles are split into chunks from the oldest on, so a new article moves no border. The first article after a chunk closes
 * it. The open chunk and the one before it are the recent part, so articles still being edited are in it even on the first
 * of a month. The other chunks fill archive parts; the newest of these grows until it is full.
 */
export function searchParts({ articles }: Pick<Edition, 'articles'>, sizes: PartSizes = PART_SIZES): SearchPart[] {
  const chunks = chunksOf(articles.toReversed(), sizes);
  const recent = chunks.splice(-2).flat();
  const volumes: Article[][] = [];
  for (const chunk of chunks) {
    const last = volumes.at(-1);
    if (last && last.length < sizes.volume) last.push(...chunk);
    else volumes.push([...chunk]);
  }
  const archive = volumes.map((volume, index) => ({ name: `archive-${index + 1}`, articles: volume.reverse() }));
  return [{ name: 'recent', articles: recent.toReversed() }, ...archive.reverse()];
}

/** @returns chunks, oldest first, of articles, oldest first; the last chunk is open */
function chunksOf(oldestFirst: readonly Article[], sizes: PartSizes): Article[][] {
  const chunks: Article[][] = [];
  let open: Article[] = [];
  for (const article of oldestFirst) {
    if (isClosedBy(open, article, sizes)) {
      chunks.push(open);
      open = [];
    }
    open.push(article);
  }
  return [...chunks, open];
}

/**
 * Whether a chunk ends before the next article. Chunks end with a month if they can; in a month with more than two chunks'
 * worth they end with a day, and on a day with more than four (an imported archive) anywhere, so that what a publish indexes
 * stays bounded.
 */
function isClosedBy(open: readonly Article[], next: Article, { chunk }: PartSizes): boolean {
  const last = open.at(-1);
  if (!last || open.length < chunk) return false;
  if (monthKey(last) !== monthKey(next)) return true;
  return open.length >= 4 * chunk || (open.length >= 2 * chunk && dayOf(last) !== dayOf(next));
}

function dayOf({ pubDate }: Article): string {
  return isoInstant(pubDate).slice(0, 10);
}

/**
 * A digest of everything that a part's records are made from, without rendering bodies: the same key means the same records
 * in the same order.
 * @param version identifies what indexes the records: this project's code and Pagefind's version
 * @returns 16 hexadecimal digits
 */
export function partKey(edition: Edition, { articles }: SearchPart, version: string): string {
  const fields = articles.map(searchedFields);
  const { categories, authors, tags, places } = searchedNames(edition, fields);
  const names = [categories, authors, tags, places].map((map) => JSON.stringify([...map]));
  const sources = [version, ...names, ...fields.map(fingerprint)].join('\n');
  return createHash('sha256').update(sources).digest('hex').slice(0, 16);
}

/** All fields of an article; with lengths, so that different articles never have the same fingerprint. */
function fingerprint(fields: SearchedFields): string {
  const { slug, title, description, pubDate, bodyDigest, categories, authors, tags, places } = fields;
  const ids = [categories, authors, tags, places].map((some) => some.join()).join(' ');
  return `${slug} ${title.length} ${title} ${description.length} ${description} ${pubDate.getTime()} ${bodyDigest} ${ids}`;
}
