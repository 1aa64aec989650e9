/** A full stop after these ends no sentence. */
const ABBREVIATIONS =
  /(?:^|[\s(“"])(?:[\p{L}]|Mr|Mrs|Ms|Dr|St|Inc|Corp|Co|Ltd|No|Nos|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Sr|Sra|EE|UU)\.$|(?:\p{L}\.){2,}$/u;

/**
 * The first sentences of a text, for its description: whole sentences while they come to at most `aim` characters,
 * and always the first, cut at a word if it alone is longer than `longest`. Lines without a full stop, as in tables
 * of results, are joined with semicolons.
 * @param paragraphs one line each
 */
export function openingSentences(paragraphs: readonly string[], aim: number, longest: number): string {
  let opening = '';
  for (const paragraph of paragraphs) {
    for (const sentence of sentencesOf(paragraph)) {
      const joined = opening ? `${opening}${/[.!?…:;]["'”’)]*$/.test(opening) ? ' ' : '; '}${sentence}` : sentence;
      if (opening && joined.length > aim) return opening;
      opening = joined;
      if (opening.length > longest) return shorten(opening, longest);
    }
  }
  return opening;
}

/** Cuts a paragraph after each full stop, question or exclamation mark that a capital or number follows. */
function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(/[.!?]["'”’)]*\s+(?=["'“‘¿¡(]*[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (ABBREVIATIONS.test(paragraph.slice(start, end))) continue;
    sentences.push(paragraph.slice(start, end));
    start = match.index + match[0].length;
  }
  const rest = paragraph.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}

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
