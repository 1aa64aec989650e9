import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Locale } from '#src/schemas/locale.ts';
import { INDEX_FILES, type ListedPart } from '#src/search/part-list.ts';
import type { BuiltSite } from './built-site.ts';

/** What Pagefind puts before the contents of each of its files. */
const PAGEFIND_MARK = 'pagefind_dcd';

/** A story as the search index gives it back. */
export interface FoundRecord {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** The bytes of a file as a reader's program sees them: files that are gzip inside (all of Pagefind's) taken apart. */
export function unpackedBytes(path: string): Buffer {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes) : bytes;
}

/** The parts of an edition's search index, as its list names them: newest first. */
export function listedParts(site: BuiltSite, locale: Locale): ListedPart[] {
  return (JSON.parse(site.read(`pagefind/${locale}/${INDEX_FILES.list}`)) as { parts: ListedPart[] }).parts;
}

/** All stories in an edition's search index, or in one part of it. */
export function searchRecords({ folder, files }: BuiltSite, locale: Locale, part = '[^/]+'): FoundRecord[] {
  const isFragment = new RegExp(`^pagefind/${locale}/${part}/fragment/`);
  return files
    .filter((file) => isFragment.test(file))
    .map((file) => {
      const text = unpackedBytes(join(folder, file)).toString('utf8');
      if (!text.startsWith(PAGEFIND_MARK)) throw new Error(`${file} does not begin as Pagefind's files do`);
      return JSON.parse(text.slice(PAGEFIND_MARK.length)) as FoundRecord;
    });
}

/** How many stories a part of the index says it holds. */
export function indexedCount(site: BuiltSite, locale: Locale, part: string): number {
  const { languages } = JSON.parse(site.read(`pagefind/${locale}/${part}/pagefind-entry.json`)) as {
    languages: Record<string, { page_count: number }>;
  };
  return languages[locale]?.page_count ?? 0;
}
