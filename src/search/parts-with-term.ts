/** What is needed of a part to find out whether it has a word. */
export interface CountingPart {
  /** The number of articles that match a term, without filters. */
  count(term: string): Promise<number>;
}

/** A shorter beginning of a word, as a share of its length, is not what the reader meant. */
const LEAST_BEGINNING = 0.5;

/** Appended to a word it matches nothing, but sorts right behind the word: in the same file of the index. */
const NEVER_WRITTEN = '0000';

/**
 * The parts to search for a term: those that have every word of it that any part has.
 *
 * For an unknown word, Pagefind searches for the longest beginning of it that is a word (“a” for “arrecife”), or ignores it.
 * That helps if no part has the word; but a part that lacks a word which another part has would flood the results.
 * @param term as the reader typed it; for a phrase in quotation marks Pagefind never guesses, so all parts are searched
 */
export async function partsWithTerm<Part extends CountingPart>(parts: readonly Part[], term: string): Promise<Part[]> {
  if (parts.length < 2 || /^".+"$/.test(term.trim())) return [...parts];
  const words = [...new Set(term.replaceAll('"', ' ').split(/\s+/).filter(Boolean))];
  const partsByWord = await Promise.all(words.map((word) => partsForWord(parts, word)));
  return parts.filter((part) => partsByWord.every((some) => some.includes(part)));
}

/** The parts that have a word; if none has, those with its longest beginning; if none has one, all. */
async function partsForWord<Part extends CountingPart>(parts: readonly Part[], word: string): Promise<readonly Part[]> {
  const withWord = await filterParts(
    parts,
    async (part) => (await hasWord(part, word)) || (await hasLonger(part, word)),
  );
  if (withWord.length > 0) return withWord;
  const letters = [...word];
  for (let length = letters.length - 1; length > letters.length * LEAST_BEGINNING; length -= 1) {
    const beginning = letters.slice(0, length).join('');
    const withBeginning = await filterParts(parts, (part) => hasWord(part, beginning));
    if (withBeginning.length > 0) return withBeginning;
  }
  return parts;
}

/** Whether any article has the word, in any form. */
async function hasWord(part: CountingPart, word: string): Promise<boolean> {
  return (await part.count(`"${word}"`)) > 0;
}

/**
 * Whether any article has a longer word with this beginning. If not, the part answers as for any other unknown word with the
 * same beginning. Both counts may be equal by chance; the next typed letter corrects that.
 */
async function hasLonger(part: CountingPart, word: string): Promise<boolean> {
  const [found, foundWithout] = await Promise.all([part.count(word), part.count(word + NEVER_WRITTEN)]);
  return found !== foundWithout;
}

async function filterParts<Part>(parts: readonly Part[], test: (part: Part) => Promise<boolean>): Promise<Part[]> {
  const results = await Promise.all(parts.map(test));
  return parts.filter((_, index) => results[index]);
}
