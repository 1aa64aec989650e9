import { textNumber } from '#src/keys/text-number.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { searchedFields, searchedNames, type SearchedFields } from './search-record.ts';
import { shortHash } from './short-hash.ts';

/** Articles that are read again together if one of them has changed. */
export interface SearchChunk {
  /** A digest of everything that their records are made from: the same version means the same records in the same order. */
  version: string;
  /** Oldest first. */
  articles: readonly Article[];
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
  let open: Article[] = [];
  const close = () => {
    if (open.length > 0) chunks.push({ version: versionOf(edition, open, version), articles: open });
    open = [];
  };
  for (const article of edition.articles.toReversed()) {
    open.push(article);
    if (open.length >= CHUNK.most || textNumber(article.slug) % CHUNK.average === 0) close();
  }
  close();
  return chunks;
}

function versionOf(edition: Edition, articles: readonly Article[], version: string): string {
  const fields = articles.map(searchedFields);
  const { categories, authors, tags, places } = searchedNames(edition, fields);
  const names = [categories, authors, tags, places].map((map) => JSON.stringify([...map]));
  const sources = [version, edition.locale, ...names, ...fields.map(fingerprint)].join('\n');
  return shortHash(sources);
}

/** All fields of an article; with lengths, so that different articles never have the same fingerprint. */
function fingerprint(fields: SearchedFields): string {
  const { slug, title, description, pubDate, bodyDigest, categories, authors, tags, places } = fields;
  const ids = [categories, authors, tags, places].map((some) => some.join()).join(' ');
  return `${slug} ${title.length} ${title} ${description.length} ${description} ${pubDate.getTime()} ${bodyDigest} ${ids}`;
}
