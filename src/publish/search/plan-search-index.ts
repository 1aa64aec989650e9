import { hash } from 'node:crypto';
import type { Edition } from '#src/newsroom/edition.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { searchChunks, type SearchChunk } from '#src/search/chunks.ts';
import { encodeEvents } from '#src/search/event-format.ts';
import { indexedEvents } from '#src/search/indexed-events.ts';

/** An edition's search index as it should be. */
export interface PlannedIndex {
  edition: Edition;
  /** Changes with everything the index is made from. */
  key: string;
  /** Oldest first. */
  chunks: readonly SearchChunk[];
  /** When its events are, as a file of the index says it; absent if it has none. */
  events?: string;
}

/** @param version changes with the code and the packages that make an index */
export function planSearchIndex(editions: readonly Edition[], version: string): PlannedIndex[] {
  return editions.map((edition) => {
    const chunks = searchChunks(edition, version);
    const versions = chunks.map((chunk) => chunk.version);
    const dates = indexedEvents(
      edition,
      chunks.flatMap(({ articles }) => articles),
    );
    const events = dates.length > 0 ? encodeEvents(SITE_ZONE, dates) : undefined;
    const sources = [version, ...versions, ...(events === undefined ? [] : [events])];
    return {
      edition,
      key: hash('sha256', sources.join('\n')).slice(0, 16),
      chunks,
      ...(events !== undefined && { events }),
    };
  });
}
