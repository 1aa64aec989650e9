import { createHash } from 'node:crypto';
import { isoInstant } from '#src/i18n/format.ts';
import { monthKey, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { searchedFields, searchedNames, type SearchedFields } from './search-record.ts';

/** How large the parts of an index become, in stories. */
export interface PartSizes {
  /** From how many stories on a month's end closes a chunk. */
  chunk: number;
  /** From how many stories on closed chunks make a full part. */
  volume: number;
}

/**
 * A publish indexes up to about two chunks anew, and whoever corrects an old story its whole part; what the indexer holds
 * in memory goes with the largest. All three ask for small parts. A reader asks for few: of each part, every word of a
 * query loads a file of some 4 kB.
 */
export const PART_SIZES: PartSizes = { chunk: 300, volume: 5_000 };

/** The stories of one part of an edition's search index: all of a stretch of time. */
export interface SearchPart {
  /** `recent`, or `archive-1` for the oldest, `archive-2` …: its folder's name. */
  name: string;
  /** Newest first. */
  articles: readonly Article[];
}

/**
 * Cuts an edition's stories into the parts of its search index, newest first; there is always a `recent` one.
 *
 * Cuts are counted from the oldest story: a new one moves none. Chunks are closed by the first story behind them. The open
 * chunk and the one before it are the recent part: the stories that are still worked on are in it, on the first of a month
 * as well. The other chunks fill archive parts, of which the newest grows until it is a volume.
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

/** @returns chunks of stories, oldest first in each and among each other; the last is open */
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
 * Whether a chunk ends before the next story. Months are the edges that editors expect; one that brings more than two
 * chunks is cut at the end of a day, and a day on which a whole archive was imported, wherever four are full: what a
 * publish indexes and holds in memory stays bounded.
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
 * A digest of everything a part's records are made from, without rendering a body: with the same key, the same records in
 * the same order.
 * @param version stands for what makes an index of the records: this project's code and the engine's version
 * @returns 16 hexadecimal digits
 */
export function partKey(edition: Edition, { articles }: SearchPart, version: string): string {
  const stories = articles.map(searchedFields);
  const { sections, authors, topics, places } = searchedNames(edition, stories);
  const names = [sections, authors, topics, places].map((map) => JSON.stringify([...map]));
  const told = [version, ...names, ...stories.map(toldStory)].join('\n');
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
}

/** All of a story's fields; with their lengths, so that no two stories are told alike. */
function toldStory(story: SearchedFields): string {
  const { slug, title, description, pubDate, bodyDigest, sections, authors, topics, places } = story;
  const ids = [sections, authors, topics, places].map((some) => some.join()).join(' ');
  return `${slug} ${title.length} ${title} ${description.length} ${description} ${pubDate.getTime()} ${bodyDigest} ${ids}`;
}
