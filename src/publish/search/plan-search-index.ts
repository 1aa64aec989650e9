import type { Edition } from '#src/newsroom/edition.ts';
import { partKey, PART_SIZES, searchParts, type PartSizes } from '#src/search/parts.ts';

/** A part of the search index as it should be. */
export interface PlannedPart {
  /** Its folder in the index: `en/recent`. */
  path: string;
  /** Changes with everything the part is made from. */
  key: string;
  /** What the key is made from besides articles. */
  version: string;
  /** Its articles' files in the content root, newest first. */
  files: readonly string[];
}

/**
 * All parts of the search index of some editions, newest first in each.
 * @param version changes with the code and the packages that make an index
 * @param sizes other sizes than those of readers' indexes, for tests
 */
export function planSearchIndex(
  editions: readonly Edition[],
  version: string,
  sizes: PartSizes = PART_SIZES,
): PlannedPart[] {
  return editions.flatMap((edition) =>
    searchParts(edition, sizes).map((part) => ({
      path: `${edition.locale}/${part.name}`,
      key: partKey(edition, part, version),
      version,
      files: part.articles.map(({ file }) => file),
    })),
  );
}
