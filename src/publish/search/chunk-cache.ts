import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readChecksummed, writeChecksummed } from '#src/disk/checksummed-file.ts';
import type { ChunkWords } from '#src/search/make-index.ts';

const FORMAT = 'search chunk 1';

/** Versions that no build has used for so long are forgotten. */
const UNUSED_MS = 7 * 24 * 60 * 60 * 1000;

const folderIn = (cacheFolder: string) => join(cacheFolder, 'search');

/** The versions of the chunks whose words are cached. */
export function cachedChunks(cacheFolder: string): Set<string> {
  try {
    return new Set(readdirSync(folderIn(cacheFolder)));
  } catch {
    return new Set();
  }
}

/** @returns undefined if it is not cached, or damaged */
export function readCachedChunk(cacheFolder: string, version: string): ChunkWords | undefined {
  const content = readChecksummed(join(folderIn(cacheFolder), version), FORMAT);
  return content && (deserialize(content) as ChunkWords);
}

export function cacheChunk(cacheFolder: string, version: string, words: ChunkWords): void {
  mkdirSync(folderIn(cacheFolder), { recursive: true });
  writeChecksummed(join(folderIn(cacheFolder), version), FORMAT, serialize(words));
}

/** Forgets a damaged chunk. */
export function forgetChunk(cacheFolder: string, version: string): void {
  rmSync(join(folderIn(cacheFolder), version), { force: true });
}

/** Forgets old chunks that are not in use. @param at the time, in milliseconds since 1970 */
export function forgetOldChunks(cacheFolder: string, used: ReadonlySet<string>, at: number): void {
  for (const version of cachedChunks(cacheFolder)) {
    if (used.has(version)) continue;
    const { mtimeMs } = statSync(join(folderIn(cacheFolder), version), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs !== undefined && at - mtimeMs > UNUSED_MS) forgetChunk(cacheFolder, version);
  }
}
