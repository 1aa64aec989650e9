import { picturePath } from './shared-fields.ts';

/**
 * How the schemas read what only a surrounding program can resolve. Plain Node (linter, importer, search) checks the
 * path of a picture; the site hands in Astro's `image()`, which also reads its size.
 */
export const plainImageFile = picturePath;
export type PlainImageFile = typeof plainImageFile;
