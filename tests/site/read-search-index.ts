import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Locale } from '#src/schemas/locale.ts';
import type { IndexedArticle } from '#src/search/index-format.ts';
import { openIndex, type OpenIndex } from '#src/search/open-index.ts';
import { SEARCH_FOLDER } from '#src/urls.ts';
import type { BuiltSite } from './built-site.ts';

/** The bytes of a file as a reader's program sees them: files that are gzip inside (all of the search index) unpacked. */
export function unpackedBytes(path: string): Buffer {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes) : bytes;
}

/** An edition's search index, opened as the search page does. @param folder of the site */
export function searchIndexIn(folder: string, locale: Locale): Promise<OpenIndex> {
  return openIndex(async (name) => unpackedBytes(join(folder, SEARCH_FOLDER, locale, name)), locale);
}

/** All articles in an edition's search index, oldest first. */
export async function indexedArticles(
  { folder }: Pick<BuiltSite, 'folder'>,
  locale: Locale,
): Promise<IndexedArticle[]> {
  const index = await searchIndexIn(folder, locale);
  return Promise.all(Array.from({ length: index.entry.articles }, (_, number) => index.article(number)));
}
