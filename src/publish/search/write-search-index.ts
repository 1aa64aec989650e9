import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '#src/schemas/locale.ts';
import { INDEX_FILES } from '#src/search/part-list.ts';
import type { SiteLook } from '../reuse/check-files.ts';
import type { SiteRecord } from '../reuse/site-record.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';
import type { IndexedPart } from './start-search-index.ts';

/** The folder of the search index in a site. */
const INDEX = 'pagefind';

/** The group of a part's files: `search en/recent`; what all parts of an edition share is in one of its own. */
const groupOf = (path: string) => `search ${path}`;

const PART_GROUP = new RegExp(`^${groupOf('(.+/.+)')}$`);

/**
 * The parts of the last site's search index that are whole, with their keys: all files of such a part are as they were
 * written.
 */
export function wholeParts({ groups }: SiteRecord, { damaged }: SiteLook): Record<string, string> {
  const parts = [...groups].flatMap(([name, { key }]) => {
    const part = PART_GROUP.exec(name)?.[1];
    return part === undefined || damaged.has(name) ? [] : [[part, key]];
  });
  return Object.fromEntries(parts) as Record<string, string>;
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
  update: SiteUpdate,
): void {
  for (const { path, key, made } of parts) {
    const name = groupOf(path);
    if (!made) {
      if (!update.keepGroup(name, key)) throw new Error(`the search index has lost its part ${path}; build again.`);
      continue;
    }
    const group = update.open(name, key);
    for (const [file, digest] of Object.entries(made)) {
      group.move(`${INDEX}/${path}/${file}`, key, join(folder, path, file), digest);
    }
  }
  for (const locale of LOCALES) {
    const [list, worker] = [`${locale}/${INDEX_FILES.list}`, `${locale}/${INDEX_FILES.worker}`];
    const group = update.open(groupOf(locale));
    group.put(`${INDEX}/${list}`, version, readFileSync(join(folder, list)));
    // The program is written with every part, and so not at all where none was made.
    if (existsSync(join(folder, worker))) group.put(`${INDEX}/${worker}`, version, readFileSync(join(folder, worker)));
    else if (group.keep(`${INDEX}/${worker}`, version))
      throw new Error(`the search index has lost ${worker}; build with --clean.`);
  }
}
