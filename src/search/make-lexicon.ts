import { compareText } from '#src/schemas/problem.ts';
import { FIELD } from './index-format.ts';
import type { IndexWords } from './index-words.ts';
import { encodeLexicon, isLexical, type LexiconWord } from './lexicon-format.ts';
import { foldedForm } from './stems.ts';

/** In an index with more words than these, words that one article alone has, and not in its headline or names, are left out. */
const MANY_WORDS = 20_000;

/** How many words the lexicon has at most, because a page loads all of it. */
const MOST_WORDS = 48_000;

const LONGEST_WORD = 30;

/**
 * Makes the file of the lexicon: of each word the spelling that most articles have.
 * @param most how many words it may have: of more, the rarest are left out
 */
export function makeLexicon(words: IndexWords, most = MOST_WORDS): Uint8Array {
  const all = lexicalWords(words);
  const least = leastRank(all, words.forms.length > MANY_WORDS ? 2 : 1, most);
  const kept = all.filter(({ rank }) => rank >= least);
  kept.sort((a, b) => compareText(a.folded, b.folded));
  const known = new Set(kept.map(({ stem }) => stem));
  const others = words.stems.filter((stem, at) => stem !== words.stems[at - 1] && isLexical(stem) && !known.has(stem));
  return encodeLexicon(kept.map(lexiconWord), others);
}

interface LexicalWord {
  form: string;
  folded: string;
  stem: string;
  /** How many articles have this spelling, and how many have any. */
  count: number;
  all: number;
  /** How many have any; the headline or names of one article are worth as much as the texts of two. */
  rank: number;
}

function lexicalWords({ forms, stems, ends, fields }: IndexWords): LexicalWord[] {
  const best = new Map<string, LexicalWord>();
  forms.forEach((form, at) => {
    if (form.length > LONGEST_WORD || !isLexical(form)) return;
    const start = ends[at - 1] ?? 0;
    const count = (ends[at] ?? 0) - start;
    const rank = count === 1 && (fields[start] ?? 0) > FIELD.text ? 2 : count;
    const folded = foldedForm(form);
    const known = best.get(folded);
    const isBetter = !known || count > known.count || (count === known.count && form < known.form);
    const spelling = isBetter ? { form, count } : known;
    best.set(folded, {
      ...spelling,
      folded,
      stem: stems[at] ?? '',
      all: count + (known?.all ?? 0),
      rank: rank + (known?.rank ?? 0),
    });
  });
  return [...best.values()];
}

/** The rank that a word must have to be kept. */
function leastRank(words: readonly LexicalWord[], least: number, most: number): number {
  let rank = least;
  while (words.filter((word) => word.rank >= rank).length > most) rank += 1;
  return rank;
}

function lexiconWord({ form, all }: LexicalWord): LexiconWord {
  return { form, weight: Math.floor(Math.log2(all) / 2) };
}
