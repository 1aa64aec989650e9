/**
 * Cuts a text at a word and marks the cut with “…”.
 * @param longest the most UTF-16 units of the result, the mark included; a text within it comes back as it is
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // A cut through a pair of surrogates would leave half a character.
  const room = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  const cutsWord = !/\s/.test(text.charAt(longest - 1));
  const lastSpace = room.lastIndexOf(' ');
  const words = cutsWord && lastSpace > 0 ? room.slice(0, lastSpace) : room;
  const tidy = words.replace(/[\s,;:.–—-]+$/, '');
  return `${tidy || words}…`;
}
