import { compareText } from '#src/schemas/problem.ts';
import { encodeLexicon, endingKey, FIELD, beginningKey, reversed, type LexiconWord } from './index-format.ts';
import type { IndexWords } from './index-words.ts';
import { SHORTEST_MEANT } from './slips.ts';
import { foldedForm } from './stems.ts';

/** In an index with more words than these, words that one article alone has are left out of the lexicon. */
const MANY_WORDS = 20_000;

/** How many words a file has at least, unless there are no more. */
const FILE_WORDS = 3_000;

/** A file of the lexicon, with what its first word begins or ends with. */
export interface LexiconFile {
  key: string;
  content: Uint8Array;
}

/**
 * The lexicon cut by the words' first letters, and, of words long enough to be meant by mistyped ones, again by their last: a slip
 * in one of these two places leaves the other as it is.
 */
export function lexiconFiles(words: IndexWords): { beginnings: LexiconFile[]; endings: LexiconFile[] } {
  const all = lexiconOf(words);
  const long = all.filter(({ form }) => foldedForm(form).length >= SHORTEST_MEANT);
  const backwards = long.map(({ form, weight }) => ({ form: reversed(form), weight }));
  return {
    beginnings: cut(all, beginningKey),
    endings: cut(backwards, (form) => endingKey(reversed(form))),
  };
}

/** Words of letters, each as most articles write it: all, or those that more than one article has, or a headline or name. */
function lexiconOf({ forms, ends, fields }: IndexWords): LexiconWord[] {
  const best = new Map<string, { form: string; count: number; all: number }>();
  const isLarge = forms.length > MANY_WORDS;
  forms.forEach((form, at) => {
    const start = ends[at - 1] ?? 0;
    const count = (ends[at] ?? 0) - start;
    if (isLarge && count < 2 && (fields[start] ?? 0) <= FIELD.text) return;
    if (!/^\p{L}[\p{L}\p{M}]{2,29}$/u.test(form)) return;
    const folded = foldedForm(form);
    const known = best.get(folded);
    const isBetter = !known || count > known.count || (count === known.count && form < known.form);
    best.set(folded, { ...(isBetter ? { form, count } : known), all: count + (known?.all ?? 0) });
  });
  return [...best.values()].map(({ form, all }) => ({ form, weight: Math.floor(Math.log2(all) / 2) }));
}

/** Words with one key are in one file. */
function cut(words: readonly LexiconWord[], keyOf: (form: string) => string): LexiconFile[] {
  const keyed = words.map((word) => ({ word, key: keyOf(word.form), folded: foldedForm(word.form) }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.folded, b.folded));
  const files: LexiconFile[] = [];
  let start = 0;
  keyed.forEach(({ key }, at) => {
    const following = keyed[at + 1]?.key;
    if (following !== undefined && (following === key || at + 1 - start < FILE_WORDS)) return;
    const some = keyed.slice(start, at + 1);
    const content = new TextEncoder().encode(encodeLexicon(some.map(({ word }) => word)));
    files.push({ key: some[0]?.key ?? '', content });
    start = at + 1;
  });
  return files;
}
