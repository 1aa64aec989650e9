/**
 * The files of an edition's search index, as they are written and read. Every file is gzip inside, so that its size does not
 * depend on the host, and, except the entry, named after its content: what a reader's browser has is never out of date.
 *
 * An article's number in the index counts from the oldest, 0.
 */
/** The name of the file that says what the others are: the only one whose content changes under its name. */
export const ENTRY_FILE = 'index.bin';

export const wordFile = (name: string) => `words/${name}.bin`;
/** @param version of the chunk @param at the article's place in it */
export const articleFile = (version: string, at: number) => `articles/${version}/${at}.bin`;

export interface IndexEntry {
  /** How many articles the index holds. */
  articles: number;
  /** The months with articles, as `2026-11` with the number of the first, oldest first. */
  months: readonly (readonly [month: string, first: number])[];
  /** The chunks of articles, oldest first: each with its version and the number of its articles. */
  chunks: readonly (readonly [version: string, articles: number])[];
  /** The files of words: each with its first stem and its name, in the order of the stems. */
  words: readonly (readonly [first: string, name: string])[];
  /** The names of the files of grams, the two or three words that follow each other in a text, and how many buckets they have. */
  grams: { buckets: number; names: readonly string[] };
  /** The name of the file of the lexicon: the words that a mistyped or unfinished one may mean. */
  lexicon: string;
  /** The name of the file of facets. */
  facets: string;
  /** The name of the file that says when events are; absent if the index has none. */
  events?: string;
  /** Which articles are copies of newer ones, as {@link encodeCopies} writes it. */
  copies: readonly number[];
}

/** An article as a result shows it. */
export interface IndexedArticle {
  url: string;
  title: string;
  /** RFC 3339, in the site's time zone. */
  date: string;
  section: string;
  /** What the article is found by besides its text: names of its places, topics and authors, each with its other names. */
  names: readonly (readonly string[])[];
  /** Standfirst and body. */
  text: string;
  /** Only of an event. */
  event?: {
    /** What became of it, in a word that readers must not miss: “Cancelled”. */
    state?: string;
  };
}

/** Where a word is in an article, and how much it weighs there. */
export const FIELD = {
  /** The weight in the text, 0 (only elsewhere) to 15. */
  text: 15,
  title: 16,
  /** The name of a section, topic, place or author. */
  names: 32,
  /** Two bits for the length of the headline that it is in: its place in {@link TITLE_LENGTHS}. */
  titleLength: 64 | 128,
} as const;

/** How many words the headlines of each length have at most; the longest have more than these. */
const TITLE_LENGTHS = [4, 6, 8] as const;

/** The bits of a word in a headline. @param words how many the headline has */
export function titleBits(words: number): number {
  return FIELD.title | (TITLE_LENGTHS.filter((most) => words > most).length << TITLE_SHIFT);
}

/** The length of the headline that a word is in, 0 (short) to 3; undefined if it is in none. */
export function titleLength(fields: number): number | undefined {
  return fields & FIELD.title ? (fields & FIELD.titleLength) >> TITLE_SHIFT : undefined;
}

const TITLE_SHIFT = 6;

/** The articles that have one form of a word. */
export interface Postings {
  form: string;
  /** Their numbers, ascending. */
  articles: Uint32Array;
  /** For each, {@link FIELD} bits. */
  fields: Uint8Array;
  /** For each, the bits of the words that follow it there; undefined if that is not recorded. */
  next?: Uint8Array;
}

/**
 * Of words that more articles have than this share, only it is recorded which they are: a bit for each article; and of those that
 * more have than most, because a reader loads what is recorded.
 */
const COMMON = { share: 1 / 8, least: 512, most: 5_000 } as const;

/** @param count of the articles with a word @param total how many there are of all */
export function isCommon(count: number, total: number): boolean {
  return count > Math.max(COMMON.least, Math.min(total * COMMON.share, COMMON.most));
}

/** The weight of a common word in a text, which is not recorded. */
const COMMON_WEIGHT = 5;

/**
 * Writes the file of some words: after the length of its head (4 bytes, little-endian) and the head, a line for each form
 * with its number of articles and of bytes, come the postings of each form.
 *
 * Postings: the gaps between the articles' numbers, 7 bits a byte; a byte of fields for each; a byte of next words for each.
 * Postings of a common word: a bit for each article of the index, set if it has the word; for each that has it, a bit set if it has
 * it in a name and not in the title; for each of these, a bit set if it has it in the text too; and the usual postings of those with it
 * in the title.
 * @param total how many articles the index holds
 */
export function encodeWords(words: readonly Required<Postings>[], total: number): Uint8Array {
  const most = words.reduce((sum, { articles }) => sum + mostBytes(articles.length, total), 0);
  const body = new Uint8Array(most);
  let at = 0;
  const lines = words.map((word) => {
    const start = at;
    at = putPostings(word, total, body, start);
    return `${word.form}\t${word.articles.length}\t${at - start}`;
  });
  return withHead(lines.join('\n'), body.subarray(0, at));
}

/** A file of words, read: the forms with their postings, which are decoded when they are asked for. */
export type WordEntry = Pick<Postings, 'form'> & { count: number; postings: () => Postings };

export function decodeWords(file: Uint8Array, total: number): WordEntry[] {
  const { head, body } = splitHead(file);
  let start = 0;
  return head
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [form = '', count = '0', length = '0'] = line.split('\t');
      const bytes = body.subarray(start, start + Number(length));
      start += Number(length);
      return { form, count: Number(count), postings: () => decodePostings(form, Number(count), bytes, total) };
    });
}

/** A gap has five bytes at most. */
function mostBytes(count: number, total: number): number {
  return count * 7 + (isCommon(count, total) ? Math.ceil(total / 8) * 3 : 0);
}

/** Writes into zeroed bytes. @returns the offset after what was written */
function putPostings({ articles, fields, next }: Required<Postings>, total: number, into: Uint8Array, at: number) {
  if (!isCommon(articles.length, total)) return putList(articles, fields, next, into, at);
  const inNames = at + Math.ceil(total / 8);
  const inTexts = inNames + Math.ceil(articles.length / 8);
  const titled: number[] = [];
  let named = 0;
  articles.forEach((article, row) => {
    const field = fields[row] ?? 0;
    setBit(into, at, article);
    if (field & FIELD.title) titled.push(row);
    else if (field & FIELD.names) {
      setBit(into, inNames, row);
      if (field & FIELD.text) setBit(into, inTexts, named);
      named += 1;
    }
  });
  const pick = (values: ArrayLike<number>) => titled.map((row) => values[row] ?? 0);
  return putList(pick(articles), pick(fields), [], into, inTexts + Math.ceil(named / 8));
}

function setBit(bytes: Uint8Array, start: number, bit: number): void {
  const place = start + (bit >> 3);
  bytes[place] = (bytes[place] ?? 0) | (1 << (bit & 7));
}

function hasBit(bytes: Uint8Array, start: number, bit: number): boolean {
  return ((bytes[start + (bit >> 3)] ?? 0) & (1 << (bit & 7))) !== 0;
}

function decodePostings(form: string, count: number, bytes: Uint8Array, total: number): Postings {
  if (!isCommon(count, total)) {
    const { articles, rest } = decodeGaps(bytes, count);
    return { form, articles, fields: rest.subarray(0, count), next: rest.subarray(count) };
  }
  const inNames = Math.ceil(total / 8);
  const inTexts = inNames + Math.ceil(count / 8);
  const articles = new Uint32Array(count);
  const fields = new Uint8Array(count).fill(COMMON_WEIGHT);
  const place = new Map<number, number>();
  let named = 0;
  for (let article = 0, at = 0; article < total && at < count; article += 1) {
    if (!hasBit(bytes, 0, article)) continue;
    if (hasBit(bytes, inNames, at)) fields[at] = FIELD.names | (hasBit(bytes, inTexts, named++) ? COMMON_WEIGHT : 0);
    place.set(article, at);
    articles[at++] = article;
  }
  const titled = decodeGaps(bytes.subarray(inTexts + Math.ceil(named / 8)));
  titled.articles.forEach((article, at) => (fields[place.get(article) ?? 0] = titled.rest[at] ?? 0));
  return { form, articles, fields };
}

/** Numbers that follow a count are gaps, so that most are a byte. @returns where the list ends */
function putList(
  articles: Iterable<number>,
  fields: Iterable<number>,
  next: Iterable<number>,
  into: Uint8Array,
  start: number,
): number {
  let at = start;
  let last = -1;
  for (const article of articles) {
    let gap = article - last - 1;
    last = article;
    for (; gap > 127; gap >>>= 7) into[at++] = (gap & 127) | 128;
    into[at++] = gap;
  }
  for (const field of fields) into[at++] = field;
  for (const bits of next) into[at++] = bits;
  return at;
}

/** @param count how many; without it, each has one byte of fields behind the gaps, and nothing else follows */
function decodeGaps(bytes: Uint8Array, count?: number): { articles: Uint32Array; rest: Uint8Array } {
  const articles: number[] = [];
  let at = 0;
  let last = -1;
  const isDone = () => (count === undefined ? at + articles.length >= bytes.length : articles.length === count);
  while (!isDone()) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    last += gap + 1;
    articles.push(last);
  }
  return { articles: Uint32Array.from(articles), rest: bytes.subarray(at) };
}

/**
 * Two numbers for each copy: how far it is after the copy before it in the list, and how far the next copy of its story is after it.
 * Copies that came together have the same numbers, so that they take little room.
 * @param copies each with the next copy of its story, oldest first
 */
export function encodeCopies(copies: readonly (readonly [copy: number, next: number])[]): number[] {
  return copies.flatMap(([copy, next], at) => [copy - (copies[at - 1]?.[0] ?? 0), next - copy]);
}

/** @returns for each copy the newest of its story, which is found in its place */
export function decodeCopies(distances: readonly number[]): Map<number, number> {
  const copies: (readonly [number, number])[] = [];
  let copy = 0;
  for (let at = 0; at < distances.length; at += 2) {
    copy += distances[at] ?? 0;
    copies.push([copy, copy + (distances[at + 1] ?? 0)]);
  }
  const newest = new Map<number, number>();
  for (const [number, next] of copies.reverse()) newest.set(number, newest.get(next) ?? next);
  return newest;
}

/** What filters need of all articles. An event has no section. */
export interface Facets {
  section: readonly string[];
  place: readonly string[];
  /** The different pairs of sections and places that articles have, as places in the lists above. */
  sets: readonly (readonly [sections: readonly number[], places: readonly number[]])[];
  /** For each article its pair. */
  setOf: Uint32Array;
}

export function encodeFacets({ setOf, ...head }: Facets): Uint8Array {
  return withHead(JSON.stringify(head), new Uint8Array(setOf.buffer, setOf.byteOffset, setOf.byteLength));
}

export function decodeFacets(file: Uint8Array): Facets {
  const { head, body } = splitHead(file);
  // A copy, because numbers of 32 bits must begin at an address that 4 divides.
  return { ...(JSON.parse(head) as Omit<Facets, 'setOf'>), setOf: new Uint32Array(body.slice().buffer) };
}

/** Puts a text before bytes: its length (4 bytes, little-endian), the text, the bytes. */
export function withHead(head: string, body: Uint8Array): Uint8Array {
  const bytes = new TextEncoder().encode(head);
  const all = new Uint8Array(4 + bytes.length + body.length);
  new DataView(all.buffer).setUint32(0, bytes.length, true);
  all.set(bytes, 4);
  all.set(body, 4 + bytes.length);
  return all;
}

export function splitHead(file: Uint8Array): { head: string; body: Uint8Array } {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  return { head: new TextDecoder().decode(file.subarray(4, 4 + length)), body: file.subarray(4 + length) };
}
