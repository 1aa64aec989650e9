/**
 * Characters that look like a space, or like nothing, and are no space for YAML and Markdown: non-breaking, narrow, thin, figure
 * and ideographic spaces, blanks of Mongolian, braille and Korean, separators of lines, and those without width. Word processors,
 * layout programs, websites and telephones put them in the place of plain ones.
 */
export const FALSE_SPACE =
  /[\u0085\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u2800\u3000\u3164\ufeff]/;

/** Those of them that take no room: where a plain space is needed, they are one too many. */
const WITHOUT_WIDTH = /[\u180e\u200b\u2060\ufeff]/g;

/** A run of spaces as plain ones. */
export function plainSpaces(run: string): string {
  return run.replace(WITHOUT_WIDTH, '').replace(/[^\t]/g, ' ');
}

/** `U+00A0`, for a message: most of these characters cannot be seen. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
