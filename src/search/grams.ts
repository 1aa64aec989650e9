import { textNumber } from '#src/keys/text-number.ts';
import { foldedForm } from './stems.ts';

/** The numbers of a word in an index, without its accents; other words may have the same ones, which is rare within a phrase. */
export interface WordNumbers {
  /** In texts: 1 to 65,535. */
  number: number;
  /** Among the words that follow another: one of 8 bits. */
  bit: number;
}

export function wordNumbers(form: string): WordNumbers {
  const number = textNumber(foldedForm(form));
  // For the bit those in the middle: the lowest differ too little between short words.
  return { number: (number ^ (number >>> 16)) & 0xffff || 1, bit: 1 << ((number >>> 15) & 7) };
}

/** The number of a gram, two or three words that follow each other: 0 to 2³²−1, evenly spread. @param third 0 if there is none */
export function gramNumber(first: number, second: number, third = 0): number {
  let number = Math.imul(first, 0x9e3779b1);
  number = Math.imul((number ^ (number >>> 15)) + second, 0x85ebca6b);
  number = Math.imul((number ^ (number >>> 13)) + third, 0xc2b2ae35);
  return (number ^ (number >>> 16)) >>> 0;
}

/**
 * Lists the numbers of all grams between two places of some texts.
 * @param texts numbers of words, with a 0 after each text @param into has room for two of each word @returns how many there are
 */
export function listGrams(texts: Uint16Array, start: number, end: number, into: Uint32Array): number {
  let many = 0;
  for (let at = start; at + 1 < end; at += 1) {
    const [first = 0, second = 0] = [texts[at], texts[at + 1]];
    if (first === 0 || second === 0) continue;
    into[many++] = gramNumber(first, second);
    const third = texts[at + 2] ?? 0;
    if (third !== 0 && at + 2 < end) into[many++] = gramNumber(first, second, third);
  }
  return many;
}

/**
 * The numbers of a phrase's grams: the pair of two words; of three, the three and the last pair, because other grams share the
 * bucket of either; of more, threes from the phrase's beginning to its end.
 * @param most how many are wanted at most
 */
export function phraseGrams(words: readonly string[], most: number): number[] {
  const size = Math.min(words.length, 3);
  const last = words.length - size;
  const many = Math.min(most, last + 1);
  const grams = Array.from({ length: many }, (_, at) => {
    const start = many === 1 ? 0 : Math.round((at * last) / (many - 1));
    return gramOf(words.slice(start, start + size));
  });
  return words.length === 3 && many < most ? [...grams, gramOf(words.slice(1))] : grams;
}

function gramOf(words: readonly string[]): number {
  const [first = 0, second = 0, third = 0] = words.map((word) => wordNumbers(word).number);
  return gramNumber(first, second, third);
}
