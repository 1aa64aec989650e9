import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '#src/schemas/locale.ts';
import { INDEX_FILES } from '#src/search/part-list.ts';
import type { FileCheck } from '../reuse/check-files.ts';
import type { SiteRecord } from '../reuse/site-record.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';
import type { IndexedPart } from './start-search-index.ts';

/** The folder of the search index in a site. */
const INDEX = 'pagefind';

/** The group of a part's files: `search en/recent`; what all parts of an edition share is in one of its own. */
const groupOf = (path: string) => `search ${path}`;

const PART_GROUP = new RegExp(`^${groupOf('(.+/.+)')}$`);

/** The parts of the last site's search index of which every file is as it was written, with their keys. */
export function reusableParts({ groups }: SiteRecord, { damaged }: FileCheck): Record<string, string> {
  const parts = [...groups].flatMap(([name, { key }]) => {
    const part = PART_GROUP.exec(name)?.[1];
    return part === undefined || damaged.has(name) ? [] : [[part, key]];
  });
  return Object.fromEntries(parts) as Record<string, string>;
}

/**
 * Writes the parts of the index into the site: those that were made now; the others are reused.
 * @param folder where the parts were made
 * @param version changes with the code that makes an index; the key of what all parts share
 */
export function writeSearchIndex(
  folder: string,
  parts: readonly IndexedPart[],
  version: string,
  update: SiteUpdate,
): void {
  for (const { path, key, made } of parts) {
    const name = groupOf(path);
    if (!made) {
      if (!update.reuseGroup(name, key)) throw new Error(`the search index has lost its part ${path}; build again.`);
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
    group.write(`${INDEX}/${list}`, version, readFileSync(join(folder, list)));
    // The program is written with every part, and so not at all if none was made.
    if (existsSync(join(folder, worker)))
      group.write(`${INDEX}/${worker}`, version, readFileSync(join(folder, worker)));
    else if (group.reuse(`${INDEX}/${worker}`, version))
      throw new Error(`the search index has lost ${worker}; build with --clean.`);
  }
}
