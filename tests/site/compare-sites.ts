import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from './built-site.ts';

type Files = Pick<BuiltSite, 'folder' | 'files'>;

/** The files that only one of two sites has, or that differ by a byte. */
export function differences(one: Files, other: Files): string[] {
  return [...new Set([...one.files, ...other.files])]
    .filter((file) => !one.files.includes(file) || !other.files.includes(file) || !isSameFile(one, other, file))
    .toSorted();
}

function isSameFile(one: Files, other: Files, file: string): boolean {
  return readFileSync(join(one.folder, file)).equals(readFileSync(join(other.folder, file)));
}
