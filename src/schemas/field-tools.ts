import { picturePath } from './shared-fields.ts';

/** The schema of a picture in a file: its path. */
export const plainImageFile = picturePath;
export type PlainImageFile = typeof plainImageFile;
