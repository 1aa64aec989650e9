import { foldedForm } from './stems.ts';
import type { LexiconWord } from './lexicon-format.ts';

/** Letters of the word that was meant: in shorter ones nearly every slip makes another word. */
export const SHORTEST_MEANT = 5;

/**
 * Whether two words differ by one slip: a letter left out, added or wrong, or two letters swapped (the distance of Damerau and
 * Levenshtein is 1).
 */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

/** A word that a mistyped one may mean. */
export interface MeantWord {
  form: string;
  /** How likely such a slip is, however common the word: each 1 more is four times as likely. */
  closeness: number;
  /** How likely it is, as common as the word is. */
  likelihood: number;
}

/** The words that a mistyped one may mean, the likeliest first. @param form without quotation marks or other signs */
export function meantWords(lexicon: readonly LexiconWord[], form: string): MeantWord[] {
  const typed = foldedForm(form);
  if (typed.length < SHORTEST_MEANT - 1 || !/^\p{L}+$/u.test(typed)) return [];
  return lexicon
    .flatMap((word) => {
      const known = foldedForm(word.form);
      if (known.length < SHORTEST_MEANT) return [];
      if (Math.abs(known.length - typed.length) > 1 || !isOneSlip(known, typed)) return [];
      const closeness = closenessOf(known, typed);
      return [{ form: word.form, closeness, likelihood: word.weight + closeness }];
    })
    .sort((a, b) => b.likelihood - a.likelihood);
}

/** Swapped, doubled and forgotten letters are commoner than others, and seldom at the beginning of a word. */
function closenessOf(known: string, typed: string): number {
  const hasBeginning = known[0] === typed[0] ? 2 : 0;
  const isSwapped = known.length === typed.length && [...known].sort().join('') === [...typed].sort().join('');
  const isDoubled = known.length !== typed.length && known.replace(/(.)\1/g, '$1') === typed.replace(/(.)\1/g, '$1');
  return hasBeginning + (isSwapped || isDoubled ? 1 : 0);
}

/** The commonest words that begin like an unfinished one. */
export function finishedWords(lexicon: readonly LexiconWord[], form: string, most: number): string[] {
  const typed = foldedForm(form);
  return lexicon
    .filter((word) => foldedForm(word.form).startsWith(typed))
    .sort((a, b) => b.weight - a.weight || a.form.length - b.form.length)
    .slice(0, most)
    .map((word) => word.form);
}
