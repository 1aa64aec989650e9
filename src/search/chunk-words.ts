import { FIELD, titleBits } from './index-format.ts';
import type { SearchRecord } from './search-record.ts';
import { shortHash } from './short-hash.ts';
import { neighbourBit, wordsOf, type Word } from './words.ts';

/** The words of the articles of a chunk, in columns. */
export interface ChunkWords {
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
interface Row {
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
  const articles: ArticleFacts[] = [];
  for (const record of records) {
    const [title, text] = [wordsOf(record.title), wordsOf(record.text)];
    for (const [written, row] of rowsOf(record, title, text)) {
      const place = places.get(written) ?? places.size;
      places.set(written, place);
      form.push(place);
      fields.push(row.flags | weightOf(row.count, text.length));
      next.push(row.next);
    }
    starts.push(form.length);
    const { date, facets } = record;
    articles.push({ month: date.slice(0, 7), ...facets, copies: copyKeys(record.text, title, text) });
  }
  return {
    forms: [...places.keys()],
    starts: Uint32Array.from(starts),
    form: Uint32Array.from(form),
    fields: Uint8Array.from(fields),
    next: Uint8Array.from(next),
    articles,
  };
}

/** @returns 0 if the word is not in the text, else 1 to 15 */
function weightOf(count: number, length: number): number {
  if (count === 0) return 0;
  const weight = count / (count + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / USUAL_LENGTH));
  return Math.max(1, Math.round(weight * FIELD.text));
}

/** Each form in an article. */
function rowsOf(
  { standfirst, names }: SearchRecord,
  title: readonly Word[],
  text: readonly Word[],
): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const add = (words: readonly Word[], flags: number, countOf: (word: Word) => number) => {
    const row = (form: string): Row => {
      let known = rows.get(form);
      if (!known) rows.set(form, (known = { count: 0, flags: 0, next: 0 }));
      return known;
    };
    words.forEach((word, at) => {
      const one = row(word.form);
      one.flags |= flags;
      one.count += countOf(word);
      one.next |= nextBits(words[at + 1]);
      if (!word.whole) return;
      const whole = row(word.whole.form);
      whole.flags |= flags;
      whole.count += countOf(word);
      whole.next |= nextBits(words[at + word.whole.parts]);
    });
  };
  add(title, titleBits(title.length), () => 0);
  // What the standfirst says, the story is about.
  add(text, 0, ({ start }) => (start < standfirst ? 2 : 1));
  for (const name of names.flat()) add(wordsOf(name), FIELD.names, () => 0);
  return rows;
}

function nextBits(word: Word | undefined): number {
  if (!word) return 0;
  return neighbourBit(word.form) | (word.whole ? neighbourBit(word.whole.form) : 0);
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
