import { textNumber } from '#src/keys/text-number.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import { searchedDate, searchedFields, searchedNames, type SearchedFields } from './search-record.ts';
import { shortHash } from './short-hash.ts';

/** Articles that are read again together if one of them has changed. */
export interface SearchChunk {
  /** A digest of everything that their records are made from: the same version means the same records in the same order. */
  version: string;
  /** Oldest first. */
  articles: readonly (Article | Event)[];
}

/** How many articles a chunk has on average, and at most. */
const CHUNK = { average: 64, most: 160 };

/**
 * Splits an edition's articles into chunks, oldest first. Borders depend on the articles beside them alone, so that an
 * article that comes or goes changes one chunk, wherever it is in the archive.
 * @param version identifies what makes an index: this project's code and its packages
 */
export function searchChunks(edition: Edition, version: string): SearchChunk[] {
  const chunks: SearchChunk[] = [];
  let open: (Article | Event)[] = [];
  const close = () => {
    if (open.length > 0) chunks.push({ version: versionOf(edition, open, version), articles: open });
    open = [];
  };
  for (const article of textsByDate(edition)) {
    open.push(article);
    if (open.length >= CHUNK.most || textNumber(article.slug) % CHUNK.average === 0) close();
  }
  close();
  return chunks;
}

/** Articles and events, oldest first. An event is among the stories of the day on which it was announced. */
function textsByDate({ articles, events }: Edition): (Article | Event)[] {
  const texts: (Article | Event)[] = articles.toReversed();
  if (events.all.length === 0) return texts;
  const times = new Map([...texts, ...events.all].map((text) => [text, searchedDate(text).getTime()]));
  return [...texts, ...events.all].sort(
    (a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0) || compareText(b.file, a.file),
  );
}

function versionOf(edition: Edition, articles: readonly (Article | Event)[], version: string): string {
  const fields = articles.map(searchedFields);
  const { categories, authors, tags, places, kinds } = searchedNames(edition, fields);
  const names = [categories, authors, tags, places, ...(kinds.size > 0 ? [kinds] : [])].map((map) =>
    JSON.stringify([...map]),
  );
  const sources = [version, edition.locale, ...names, ...fields.map(fingerprint)].join('\n');
  return shortHash(sources);
}

/** All fields of an article; with lengths, so that different articles never have the same fingerprint. */
function fingerprint(fields: SearchedFields): string {
  const { slug, title, description, pubDate, bodyDigest, categories, authors, tags, places, event } = fields;
  const ids = [categories, authors, tags, places].map((some) => some.join()).join(' ');
  return `${slug} ${title.length} ${title} ${description.length} ${description} ${pubDate.getTime()} ${bodyDigest} ${ids}${event ? ` ${JSON.stringify(event)}` : ''}`;
}
