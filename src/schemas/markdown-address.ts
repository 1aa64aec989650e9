/** Characters that browsers drop or read as `/`, and that Markdown gives their escapes. */
const AMBIGUOUS = /[\u0000-\u0020\u007f\\]/g;

/**
 * An address as Markdown writes it into HTML. `/\x/` is a path of this site then, while browsers would take what was typed for the
 * host x.
 */
export function markdownAddress(written: string): string {
  return written.replace(AMBIGUOUS, (character) => encodeURIComponent(character));
}
