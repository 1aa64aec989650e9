import { hash } from 'node:crypto';
import { relative, sep } from 'node:path';

/**
 * A name for what is cached of a folder: the folder's path as seen from the cache. A checkout that is moved or restored
 * elsewhere, with its cache, finds what it cached.
 * @param cacheFolder absolute
 * @param folder absolute
 * @returns 16 hexadecimal digits
 */
export function relativeKey(cacheFolder: string, folder: string): string {
  return hash('sha256', relative(cacheFolder, folder).split(sep).join('/')).slice(0, 16);
}
