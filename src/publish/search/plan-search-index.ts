import { hash } from 'node:crypto';
import type { Edition } from '#src/newsroom/edition.ts';
import { searchChunks, type SearchChunk } from '#src/search/chunks.ts';

/** An edition's search index as it should be. */
export interface PlannedIndex {
  edition: Edition;
  /** Changes with everything the index is made from. */
  key: string;
  /** Oldest first. */
  chunks: readonly SearchChunk[];
}

/** @param version changes with the code and the packages that make an index */
export function planSearchIndex(editions: readonly Edition[], version: string): PlannedIndex[] {
  return editions.map((edition) => {
    const chunks = searchChunks(edition, version);
    const versions = chunks.map((chunk) => chunk.version);
    return { edition, key: hash('sha256', [version, ...versions].join('\n')).slice(0, 16), chunks };
  });
}
