import type { ContentFields } from '#src/writing/content-file.ts';

/** What something new begins with. */
export interface Beginning {
  fields: ContentFields;
  body?: string;
  /** What its writer has still to do, a line for each. */
  toFill: readonly string[];
}
