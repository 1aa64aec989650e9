import { hash } from 'node:crypto';
import { textNumber } from '#src/keys/text-number.ts';
import { compareText } from '#src/schemas/problem.ts';
import {
  encodeFacets,
  encodeLexicon,
  encodeWords,
  FIELD,
  titleBits,
  wordFile,
  type Facets,
  type IndexEntry,
  type LexiconWord,
  type Postings,
} from './index-format.ts';
import type { SearchRecord } from './search-record.ts';
import { foldedForm, stemOf } from './stems.ts';
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
interface ArticleFacts {
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
  return [text, beginning.join(' ')].map(digestOf);
}

/** An index's files. */
export interface IndexFiles {
  entry: IndexEntry;
  /** By name, before they are compressed. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** A chunk's words with its version. */
export interface VersionedChunk {
  version: string;
  words: ChunkWords;
}

/**
 * Makes the files of an edition's index, but for those of its articles.
 * @param chunks all of them, oldest first
 * @param language of the edition
 */
export function makeIndex(chunks: readonly VersionedChunk[], language: string): IndexFiles {
  const articles = chunks.flatMap(({ words }) => words.articles);
  const postings = invert(chunks.map(({ words }) => words));
  const files = new Map<string, Uint8Array>();
  const add = (content: Uint8Array) => {
    const name = digestOf(content);
    files.set(wordFile(name), content);
    return name;
  };
  const groups = wordGroups(postings, language, articles.length);
  const words = groups.map(({ first, content }): [string, string] => [first, add(content)]);
  const entry: IndexEntry = {
    articles: articles.length,
    months: monthsOf(articles),
    chunks: chunks.map(({ version, words: { articles: some } }) => [version, some.length]),
    words,
    lexicon: add(new TextEncoder().encode(encodeLexicon(lexiconOf(postings)))),
    facets: add(encodeFacets(facetsOf(articles))),
    copies: copiesOf(articles),
  };
  return { entry, files };
}

/** From the words of each article to the articles of each word. */
function invert(chunks: readonly ChunkWords[]): Required<Postings>[] {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const placesOf = chunks.map(({ forms, form }) => {
    const local = Uint32Array.from(forms, (text) => {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    });
    for (const row of form) {
      const place = local[row] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return local;
  });
  const ends = new Uint32Array(counts.length);
  let total = 0;
  counts.forEach((count, place) => {
    ends[place] = total;
    total += count;
  });
  const all = { articles: new Uint32Array(total), fields: new Uint8Array(total), next: new Uint8Array(total) };
  let article = 0;
  chunks.forEach(({ starts, form, fields, next }, chunk) => {
    const local = placesOf[chunk] ?? new Uint32Array();
    for (let own = 0; own + 1 < starts.length; own += 1, article += 1) {
      for (let row = starts[own] ?? 0; row < (starts[own + 1] ?? 0); row += 1) {
        const place = local[form[row] ?? 0] ?? 0;
        const at = ends[place] ?? 0;
        ends[place] = at + 1;
        all.articles[at] = article;
        all.fields[at] = fields[row] ?? 0;
        all.next[at] = next[row] ?? 0;
      }
    }
  });
  return [...places].map(([form, place]) => {
    const end = ends[place] ?? 0;
    const start = end - (counts[place] ?? 0);
    return {
      form,
      articles: all.articles.subarray(start, end),
      fields: all.fields.subarray(start, end),
      next: all.next.subarray(start, end),
    };
  });
}

/**
 * How many bytes of words a file has before it is compressed, to about half. Small files are good for readers, who load one
 * for each word; few files are good for hosts, and for the list of them.
 */
const FILE_BYTES = { least: 12_000, most: 40_000 };

/**
 * Words by their stems, cut into files. Where a file ends depends on the stem there, so that a new word moves few borders.
 */
function wordGroups(
  postings: readonly Required<Postings>[],
  language: string,
  total: number,
): { first: string; content: Uint8Array }[] {
  const stemmed = postings.map((word) => ({ stem: stemOf(word.form, language), word }));
  stemmed.sort((a, b) => compareText(a.stem, b.stem) || compareText(a.word.form, b.word.form));
  const groups: { first: string; content: Uint8Array }[] = [];
  let open: Required<Postings>[] = [];
  let [first, size] = ['', 0];
  stemmed.forEach(({ stem, word }, at) => {
    if (open.length === 0) first = stem;
    open.push(word);
    size += word.form.length + 4 + Math.min(word.articles.length * 3, total / 8);
    const following = stemmed[at + 1]?.stem;
    if (following === stem || (following !== undefined && !isEnd(stem, size))) return;
    groups.push({ first, content: encodeWords(open, total) });
    [open, size] = [[], 0];
  });
  return groups;
}

function isEnd(stem: string, size: number): boolean {
  return size >= FILE_BYTES.most || (size >= FILE_BYTES.least && (textNumber(stem) & 3) === 0);
}

/** In an index with more words than these, words that one article alone has are left out of the lexicon. */
const MANY_WORDS = 20_000;

/** Words of letters, each as most articles write it: all, or those that more than one article has, or a headline or name. */
function lexiconOf(postings: readonly Required<Postings>[]): LexiconWord[] {
  const best = new Map<string, { form: string; count: number; all: number }>();
  const isLarge = postings.length > MANY_WORDS;
  for (const { form, articles, fields } of postings) {
    if (!/^\p{L}[\p{L}\p{M}]{2,29}$/u.test(form)) continue;
    if (isLarge && articles.length < 2 && (fields[0] ?? 0) <= FIELD.text) continue;
    const folded = foldedForm(form);
    const known = best.get(folded);
    const count = articles.length;
    const isBetter = !known || count > known.count || (count === known.count && form < known.form);
    best.set(folded, { ...(isBetter ? { form, count } : known), all: count + (known?.all ?? 0) });
  }
  const words = [...best.values()].map(({ form, all }) => ({ form, weight: Math.floor(Math.log2(all) / 2) }));
  return words.sort((a, b) => compareText(a.form, b.form));
}

function monthsOf(articles: readonly ArticleFacts[]): [string, number][] {
  const months: [string, number][] = [];
  articles.forEach(({ month }, at) => {
    if (months.at(-1)?.[0] !== month) months.push([month, at]);
  });
  return months;
}

function facetsOf(articles: readonly ArticleFacts[]): Facets {
  const [section, place, sets] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const idOf = (known: Map<string, number>, value: string) => {
    const id = known.get(value) ?? known.size;
    known.set(value, id);
    return id;
  };
  const setOf = Uint32Array.from(articles, (article) =>
    idOf(
      sets,
      JSON.stringify([
        article.section.map((name) => idOf(section, name)),
        article.place.map((name) => idOf(place, name)),
      ]),
    ),
  );
  return {
    section: [...section.keys()],
    place: [...place.keys()],
    sets: [...sets.keys()].map((set) => JSON.parse(set) as [number[], number[]]),
    setOf,
  };
}

/** @returns each copy of a story with the newest, oldest first */
function copiesOf(articles: readonly ArticleFacts[]): [number, number][] {
  const newest = new Map<string, number>();
  const shown: number[] = [];
  for (let at = articles.length - 1; at >= 0; at -= 1) {
    const keys = articles[at]?.copies ?? [];
    const target = keys.flatMap((key) => newest.get(key) ?? []).at(0) ?? at;
    shown[at] = target;
    for (const key of keys) if (!newest.has(key)) newest.set(key, target);
  }
  return shown.flatMap((target, at): [number, number][] => (target === at ? [] : [[at, target]]));
}

/** A digest of 12 hexadecimal digits. */
function digestOf(content: Uint8Array | string): string {
  return hash('sha256', content).slice(0, 12);
}
