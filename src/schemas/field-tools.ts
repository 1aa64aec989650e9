import { picturePath } from './shared-fields.ts';

/**
 * How the schemas read what only a surrounding program can resolve: of a picture, its path. Other programs (a form) may
 * hand in a field of their own.
 */
export const plainImageFile = picturePath;
export type PlainImageFile = typeof plainImageFile;
