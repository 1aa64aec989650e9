import type { Edition } from '#src/newsroom/edition.ts';
import { partKey, PART_SIZES, searchParts, type PartSizes } from '#src/search/parts.ts';

/** A part of the search index as it is to be. */
export interface PlannedPart {
  /** Its folder in the index: `en/recent`. */
  path: string;
  /** With the same key it is the same part. */
  key: string;
  /** What the key stands for besides articles. */
  version: string;
  /** Its articles' files in the content root, newest first. */
  files: readonly string[];
}

/**
 * All parts of the search index of some editions, newest first in each.
 * @param version stands for what makes an index: the code and the packages
 * @param sizes other sizes than readers' indexes have, for trials
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
