/**
 * The lexicon: a file with the words that a mistyped or unfinished one may mean, and with which others there are, so that a page
 * that has it need not ask the index for words that no article has.
 */
import { textNumber } from '#src/keys/text-number.ts';
import { splitHead, withHead } from './index-format.ts';
import { foldedForm, stemOf } from './stems.ts';

/** A word that a mistyped or unfinished one may mean, and how many articles have it: 4 to the power of `weight`, at most 9. */
export interface LexiconWord {
  form: string;
  weight: number;
}

export interface Lexicon {
  /** By their {@link foldedForm}s. */
  words: readonly LexiconWord[];
  /** Whether an article may have a word with a stem. No is certain; yes is sometimes wrong. */
  mayHave(stem: string): boolean;
}

/** Stems that the lexicon knows of: of letters, since others are not corrected. */
const KNOWN_STEM = /^\p{L}[\p{L}\p{M}]{2,}$/u;

/** @param form a word or a stem */
export function isLexical(form: string): boolean {
  return KNOWN_STEM.test(form);
}

/**
 * Writes the words, one after the other: how many letters each shares with the one before it, as a digit or capital, and its other
 * letters, none of which is either; in the next line their weights. Then come the bits of {@link stemBits}.
 * @param words of letters alone, by their folded forms
 * @param others the stems of all words that are not in the lexicon
 */
export function encodeLexicon(words: readonly LexiconWord[], others: readonly string[]): Uint8Array {
  let last = '';
  const forms = words.map(({ form }) => {
    let shared = 0;
    while (shared < 35 && shared < form.length && form[shared] === last[shared]) shared += 1;
    // Half a character cannot be written.
    if (/^[\uDC00-\uDFFF]/.test(form.slice(shared))) shared -= 1;
    last = form;
    return shared.toString(36).toUpperCase() + form.slice(shared);
  });
  const weights = words.map(({ weight }) => String(Math.min(weight, 9)));
  return withHead(`${forms.join('')}\n${weights.join('')}`, stemBits(others));
}

/** @param language of the words */
export function decodeLexicon(file: Uint8Array, language: string): Lexicon {
  const { head, body: bits } = splitHead(file);
  const [forms = '', weights = ''] = head.split('\n');
  let last = '';
  const words = [...forms.matchAll(/(?<shared>[0-9A-Z])(?<rest>[^0-9A-Z]*)/g)].map(({ groups = {} }, at) => {
    last = last.slice(0, Number.parseInt(groups['shared'] ?? '0', 36)) + (groups['rest'] ?? '');
    return { form: last, weight: Number(weights[at]) };
  });
  return {
    words,
    mayHave: (stem) =>
      !isLexical(stem) || hasStem(bits, stem) || wordsLike(words, stem).some((form) => stemOf(form, language) === stem),
  };
}

/** The forms that begin like a stem, but for its last letter, which may be another in the stem: `happi`, `pec`. */
function wordsLike(words: readonly LexiconWord[], stem: string): string[] {
  const beginning = stem.slice(0, -1);
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (foldedForm(words[middle]?.form ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const like: string[] = [];
  for (let at = low; foldedForm(words[at]?.form ?? '').startsWith(beginning); at += 1) like.push(words[at]?.form ?? '');
  return like;
}

/**
 * How many bits there are for each stem, of which each sets some, so that one of a hundred other stems seems to be there
 * (Bloom, “Space/time trade-offs in hash coding with allowable errors”, 1970); and how many bytes are too many for a reader: then
 * more seem to be there.
 */
const STEM_BITS = { each: 10, set: 5, mostBytes: 48_000 };

function stemBits(stems: readonly string[]): Uint8Array {
  const bits = new Uint8Array(Math.min(STEM_BITS.mostBytes, Math.ceil((stems.length * STEM_BITS.each) / 8)));
  for (const stem of stems)
    for (const place of placesOf(stem, bits)) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  return bits;
}

function hasStem(bits: Uint8Array, stem: string): boolean {
  return bits.length > 0 && placesOf(stem, bits).every((place) => ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0);
}

/** Two numbers of a stem give all its places (Kirsch and Mitzenmacher, “Less hashing, same performance”, 2006). */
function placesOf(stem: string, { length }: Uint8Array): number[] {
  const first = textNumber(stem);
  const second = (first << 16) | (first >>> 16) | 1;
  return Array.from({ length: STEM_BITS.set }, (_, at) => ((first + at * second) >>> 0) % (length * 8));
}
