import type { IndexTexts } from './gram-files.ts';
import { wordNumbers, type WordNumbers } from './grams.ts';
import { FIELD, titleBits } from './index-format.ts';
import type { SearchRecord } from './search-record.ts';
import { shortHash } from './short-hash.ts';
import { wordsOf, type Word } from './words.ts';

/** The words of the articles of a chunk, in columns. */
export interface ChunkWords extends IndexTexts {
  /** All forms of words in the chunk. */
  forms: readonly string[];
  /** Where each article's rows begin in the columns, and where the last one's end. */
  starts: Uint32Array;
  /** The form of each row, as its place in `forms`. */
  form: Uint32Array;
  /** {@link FIELD} bits. */
  fields: Uint8Array;
  next: Uint8Array;
  articles: readonly ArticleFacts[];
}

/** What the index knows of an article besides its words. */
export interface ArticleFacts {
  /** `2026-11` */
  month: string;
  section: readonly string[];
  place: readonly string[];
  /** Articles that share one of these are copies of one story. */
  copies: readonly string[];
}

/** A row of the index while an article is read. */
interface Row extends WordNumbers {
  count: number;
  flags: number;
  next: number;
}

/**
 * How much often-repeated words and short texts count, as in BM25 (Robertson and Zaragoza, “The Probabilistic Relevance
 * Framework”, 2009): usual values, but for a fixed length in place of the average, so that an article's weights depend on it
 * alone.
 */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.9;
const USUAL_LENGTH = 300;

/** Reads the words of some articles. */
export function readChunk(records: readonly SearchRecord[]): ChunkWords {
  const places = new Map<string, number>();
  const [starts, form, fields, next] = [[0], [] as number[], [] as number[], [] as number[]];
  const [texts, textStarts] = [[] as number[], [0]];
  const articles: ArticleFacts[] = [];
  for (const record of records) {
    const [title, text] = [wordsOf(record.title), wordsOf(record.text)];
    for (const [written, row] of rowsOf(record, title, text, texts)) {
      const place = places.get(written) ?? places.size;
      places.set(written, place);
      form.push(place);
      fields.push(row.flags | weightOf(row.count, text.length));
      next.push(row.next);
    }
    starts.push(form.length);
    textStarts.push(texts.length);
    const { date, facets, event } = record;
    // What is on every year is announced in the same words.
    const copies = event ? [] : copyKeys(record.text, title, text);
    articles.push({ month: date.slice(0, 7), ...facets, copies });
  }
  return {
    forms: [...places.keys()],
    starts: Uint32Array.from(starts),
    form: Uint32Array.from(form),
    fields: Uint8Array.from(fields),
    next: Uint8Array.from(next),
    texts: Uint16Array.from(texts),
    textStarts: Uint32Array.from(textStarts),
    articles,
  };
}

/** @returns 0 if the word is not in the text, else 1 to 15 */
function weightOf(count: number, length: number): number {
  if (count === 0) return 0;
  const weight = count / (count + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / USUAL_LENGTH));
  return Math.max(1, Math.round(weight * FIELD.text));
}

/** Each form in an article. @param texts gets the numbers of its words */
function rowsOf(
  { standfirst, names }: SearchRecord,
  title: readonly Word[],
  text: readonly Word[],
  texts: number[],
): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const rowOf = (form: string): Row => {
    let row = rows.get(form);
    if (row) return row;
    const { number, bit } = wordNumbers(form);
    row = { number, bit, count: 0, flags: 0, next: 0 };
    rows.set(form, row);
    return row;
  };
  const add = (words: readonly Word[], flags: number, countOf: (word: Word) => number) => {
    const own = words.map(({ form }) => rowOf(form));
    for (const { number } of own) texts.push(number);
    texts.push(0);
    /** The bits of each word, and of the whole that it begins. */
    const bits = new Uint8Array(words.length + 1);
    // From the last, because a word remembers those after it.
    for (let at = words.length - 1; at >= 0; at -= 1) {
      const [word, row] = [words[at], own[at]];
      if (!word || !row) continue;
      const count = countOf(word);
      row.flags |= flags;
      row.count += count;
      row.next |= bits[at + 1] ?? 0;
      bits[at] = row.bit;
      if (!word.whole) continue;
      const whole = rowOf(word.whole.form);
      whole.flags |= flags;
      whole.count += count;
      whole.next |= bits[at + word.whole.parts] ?? 0;
      bits[at] = row.bit | whole.bit;
    }
  };
  add(title, titleBits(title.length), () => 0);
  // What the standfirst says, the story is about.
  add(text, 0, ({ start }) => (start < standfirst ? 2 : 1));
  for (const name of names.flat()) add(wordsOf(name), FIELD.names, () => 0);
  return rows;
}

/** Fewer words than these are no story of their own. */
const COPIED_WORDS = 12;
const COPIED_BEGINNING = 40;

/** A story that was sent twice has the same text, or the same headline and beginning. */
function copyKeys(text: string, title: readonly Word[], words: readonly Word[]): string[] {
  if (words.length < COPIED_WORDS) return [];
  const beginning = [...title, ...words.slice(0, COPIED_BEGINNING)].map(({ form }) => form);
  return [text, beginning.join(' ')].map(shortHash);
}
