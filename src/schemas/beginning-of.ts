/** Made once, and only if something is too long: a segmenter is slow to make. Characters end alike in all languages. */
let characters: Intl.Segmenter | undefined;

/**
 * The beginning of a text, cut behind a whole character as readers see it: half a 🐢 is no text, and 👩‍👧 without its end is another.
 * @param most UTF-16 units, as fields are limited
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let end = 0;
  // What comes next, a sign of at most two units, tells whether a character ends at the limit.
  for (const { index, segment } of characters.segment(text.slice(0, most + 2))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
