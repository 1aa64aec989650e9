/** A part of an edition's search index, as the list beside the parts names it. */
export interface ListedPart {
  /** Its folder's name. */
  name: string;
  /** How many stories it holds. */
  stories: number;
  /** Two parts with one key were made from the same records by the same code. */
  key: string;
}

/** What an edition's folder of the index holds beside its parts, known by name to who writes it and who reads it. */
export const INDEX_FILES = {
  /** The parts there are: `{ "parts": ListedPart[] }`, newest first. */
  list: 'parts.json',
  /** The program that searches, for all parts. */
  worker: 'pagefind-worker.js',
} as const;
