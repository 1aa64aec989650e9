import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '#src/schemas/locale.ts';
import { INDEX_FILES } from '#src/search/part-list.ts';
import type { SiteRecord } from './site-record.ts';
import type { SiteUpdate } from './site-update.ts';
import type { IndexedPart } from './start-search-index.ts';

/** The folder of the search index in a site. */
const INDEX = 'pagefind';

/** A part's folder: `pagefind/en/recent`. */
const PART_FOLDER = new RegExp(`^${INDEX}/([^/]+/[^/]+)/`);

/**
 * The parts of the last site's search index that are whole, with their keys: all files of such a part are as they were
 * written.
 */
export function wholeParts(last: SiteRecord | undefined, update: SiteUpdate): Record<string, string> {
  const parts = new Map<string, string | undefined>();
  for (const { path, part, key } of indexFiles(last)) {
    const isWhole = (!parts.has(part) || parts.get(part) === key) && update.isUnchanged(path);
    parts.set(part, isWhole ? key : undefined);
  }
  return Object.fromEntries([...parts].flatMap(([part, key]) => (key === undefined ? [] : [[part, key]])));
}

/** The files of a site's index that belong to a part of it; most of a site's files do not. */
function* indexFiles(site: SiteRecord | undefined) {
  const files = site?.files ?? {};
  for (const path in files) {
    if (!path.startsWith(`${INDEX}/`)) continue;
    const part = PART_FOLDER.exec(path)?.[1];
    if (part !== undefined) yield { path, part, key: files[path]?.key ?? '' };
  }
}

/**
 * Puts the parts of the index into the site: those that were made now, and of the last site those that were known.
 * @param folder where the parts were made
 * @param version stands for what makes an index; the key of what all parts share
 */
export function putSearchIndex(
  folder: string,
  parts: readonly IndexedPart[],
  version: string,
  last: SiteRecord | undefined,
  update: SiteUpdate,
): void {
  const kept = new Map(parts.flatMap(({ path, key, made }) => (made ? [] : [[path, key]])));
  for (const { path, part } of indexFiles(last)) {
    const key = kept.get(part);
    if (key !== undefined) mustKeep(update, path, key);
  }
  for (const { path, key, made = {} } of parts) {
    for (const [file, digest] of Object.entries(made)) {
      update.move(`${INDEX}/${path}/${file}`, key, join(folder, path, file), digest);
    }
  }
  for (const locale of LOCALES) {
    const [list, worker] = [INDEX_FILES.list, INDEX_FILES.worker].map((name) => `${locale}/${name}`) as [
      string,
      string,
    ];
    update.put(`${INDEX}/${list}`, version, readFileSync(join(folder, list)));
    // The program is written with every part, and so not at all where none was made.
    if (existsSync(join(folder, worker))) update.put(`${INDEX}/${worker}`, version, readFileSync(join(folder, worker)));
    else mustKeep(update, `${INDEX}/${worker}`, version);
  }
}

/** The indexer was told that these files are whole; if one is not any more, somebody wrote to the site meanwhile. */
function mustKeep(update: SiteUpdate, path: string, key: string): void {
  const reason = update.keep(path, key);
  if (reason) throw new Error(`${path} was changed by another program while the site was built; build again.`);
}
