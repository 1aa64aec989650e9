import { join } from 'node:path';
import { sourceKey } from '#src/keys/source-key.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleFile } from '#src/search/index-format.ts';
import { SEARCH_FOLDER } from '#src/urls.ts';
import type { FileCheck } from '../reuse/check-files.ts';
import type { SiteRecord } from '../reuse/site-record.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';
import type { MadeIndex, ReusableIndex } from './index-request.ts';

/** An index is the same wherever on its host the site is: its page knows. */
const ANYWHERE = '';

/** The group of what all articles of an edition share in the index. */
const wordsGroup = (locale: Locale) => `search ${locale}`;

/** The group of a chunk's articles. */
const chunkGroup = (locale: Locale, version: string) => `search ${locale} ${version}`;

/** A file's name changes with its content; how it is compressed changes with the code. */
const keyOf = (file: string) => `${sourceKey('search')} ${file}`;

/** What of the last site's search index can be reused. */
export function reusableIndexes(record: SiteRecord, check: FileCheck): Record<Locale, ReusableIndex> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, reusableIndex(record, check, locale)])) as Record<
    Locale,
    ReusableIndex
  >;
}

function reusableIndex({ groups }: SiteRecord, { damaged }: FileCheck, locale: Locale): ReusableIndex {
  const name = wordsGroup(locale);
  const words = groups.get(name);
  const bad = damaged.get(name) ?? new Set();
  const folder = `${SEARCH_FOLDER}/${locale}/`;
  const files = [...(words?.files() ?? [])]
    .filter(([path, { key }]) => !bad.has(path) && key === keyOf(path.slice(folder.length)))
    .map(([path]) => path.slice(folder.length));
  const prefix = chunkGroup(locale, '');
  // Asked as the writing will ask: what counts as there must be reused.
  const chunks = [...groups]
    .filter(([group, { key }]) => group === prefix + key && !damaged.has(group))
    .map(([, { key }]) => key);
  return {
    ...(words && { key: words.key }),
    isWhole: bad.size === 0,
    chunks: new Set(chunks),
    files: new Set(files),
  };
}

/**
 * Writes the search indexes into the site: what was made now; the rest is reused.
 * @param folder where they were made
 */
export function writeSearchIndex(folder: string, indexes: readonly MadeIndex[], update: SiteUpdate): void {
  for (const { locale, key, chunks, files } of indexes) {
    const pathOf = (file: string) => `${SEARCH_FOLDER}/${locale}/${file}`;
    const lost = (file: string) => new Error(`the search index has lost ${pathOf(file)}; build with --clean.`);
    for (const { version, digests } of chunks) {
      const name = chunkGroup(locale, version);
      if (!digests) {
        if (!update.reuseGroup(name, version, ANYWHERE)) throw lost(`articles/${version}`);
        continue;
      }
      const group = update.open(name, version, ANYWHERE);
      digests.forEach((digest, at) => {
        const file = articleFile(version, at);
        group.move(pathOf(file), version, join(folder, locale, file), digest);
      });
    }
    if (!files) {
      if (!update.reuseGroup(wordsGroup(locale), key, ANYWHERE)) throw lost('words');
      continue;
    }
    const group = update.open(wordsGroup(locale), key, ANYWHERE);
    for (const [file, digest] of files) {
      if (digest !== undefined) group.move(pathOf(file), keyOf(file), join(folder, locale, file), digest);
      else if (group.reuse(pathOf(file), keyOf(file))) throw lost(file);
    }
  }
}
