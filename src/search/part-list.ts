/** An entry of the list of an edition's index parts. */
export interface ListedPart {
  /** Its folder's name. */
  name: string;
  /** The number of its articles. */
  stories: number;
  /** Parts with the same key were made from the same records by the same code. */
  key: string;
}

/** The files in an edition's index folder besides its parts. */
export const INDEX_FILES = {
  /** The list of parts: `{ "parts": ListedPart[] }`, newest first. */
  list: 'parts.json',
  /** Pagefind's worker, one for all parts. */
  worker: 'pagefind-worker.js',
} as const;
