/** As much of a part as is asked to find out whether it knows a word. */
export interface CountingPart {
  /** How many stories match a term, whatever the filters. */
  count(term: string): Promise<number>;
}

/** Less than this much of a word is not what the reader meant. */
const LEAST_BEGINNING = 0.5;

/** Nothing in a story begins so, and it sorts right behind the word it is put to: in the same file of the index. */
const NEVER_WRITTEN = '0000';

/**
 * The parts whose answers to a term count: those that know each word of it that any part knows.
 *
 * To a word that it does not know, Pagefind answers with the longest beginning of it that is a word (“a” for “arrecife”),
 * or leaves it out. That helps where nobody wrote the word. A part that lacks what another part has would flood the
 * answer: it has to say that it found nothing.
 * @param term as the reader typed it; a phrase in quotation marks needs no such care, and gets none
 */
export async function partsThatKnow<Part extends CountingPart>(parts: readonly Part[], term: string): Promise<Part[]> {
  if (parts.length < 2 || /^".+"$/.test(term.trim())) return [...parts];
  const words = [...new Set(term.replaceAll('"', ' ').split(/\s+/).filter(Boolean))];
  const knowing = await Promise.all(words.map((word) => partsForWord(parts, word)));
  return parts.filter((part) => knowing.every((some) => some.includes(part)));
}

/** The parts that know a word; where none does, those that have the longest beginning of it; where none has, all. */
async function partsForWord<Part extends CountingPart>(parts: readonly Part[], word: string): Promise<readonly Part[]> {
  const knowing = await partsWhere(parts, async (part) => (await hasWord(part, word)) || (await hasLonger(part, word)));
  if (knowing.length > 0) return knowing;
  const letters = [...word];
  for (let length = letters.length - 1; length > letters.length * LEAST_BEGINNING; length -= 1) {
    const beginning = letters.slice(0, length).join('');
    const having = await partsWhere(parts, (part) => hasWord(part, beginning));
    if (having.length > 0) return having;
  }
  return parts;
}

/** Whether a story has the word, in whatever form. */
async function hasWord(part: CountingPart, word: string): Promise<boolean> {
  return (await part.count(`"${word}"`)) > 0;
}

/**
 * Whether a story has a longer word that begins so. If not, the part answers as to any other word behind the same
 * beginning; a part in which both find equally many by chance is told apart when another letter is typed.
 */
async function hasLonger(part: CountingPart, word: string): Promise<boolean> {
  const [found, foundWithout] = await Promise.all([part.count(word), part.count(word + NEVER_WRITTEN)]);
  return found !== foundWithout;
}

async function partsWhere<Part>(parts: readonly Part[], holds: (part: Part) => Promise<boolean>): Promise<Part[]> {
  const held = await Promise.all(parts.map(holds));
  return parts.filter((_, index) => held[index]);
}
