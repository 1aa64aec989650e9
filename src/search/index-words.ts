import { compareText } from '#src/schemas/problem.ts';
import type { ArticleFacts, ChunkWords } from './chunk-words.ts';
import type { IndexTexts } from './gram-files.ts';
import { stemOf } from './stems.ts';

/** A chunk of an index. */
export interface IndexedChunk {
  version: string;
  /** Absent if the last index has the chunk. */
  words?: ChunkWords;
}

/** What an index knows of its articles. */
export interface IndexWords extends WordRows, IndexTexts {
  /** Oldest first. */
  chunks: readonly (readonly [version: string, articles: number])[];
  articles: readonly ArticleFacts[];
  /** If they were made from those of a last index. */
  since?: SinceLast;
}

/** What a file of words holds: its first and last form, and how many. */
export type WordFile = readonly [first: string, last: string, forms: number, name: string];

/** The words of an index with the files that were made of them. */
export interface FiledWords extends Omit<IndexWords, 'since'> {
  files: readonly WordFile[];
  /** The names of the files of grams. */
  grams: readonly string[];
}

/** What is as it was in the last index. */
export interface SinceLast {
  /** 1 for each form whose rows are the same. */
  same: Uint8Array;
  /** How many articles the last index had. */
  articles: number;
  files: ReadonlyMap<string, WordFile>;
  texts: IndexTexts;
  grams: readonly string[];
}

/** Words with the articles of each, in columns. */
interface WordRows {
  /** Each form once, in the order of stems. */
  forms: readonly string[];
  stems: readonly string[];
  /** Where the rows of each form end, which begin where those of the one before it end. */
  ends: Uint32Array;
  /** The article of each row; those of a form ascend. */
  article: Uint32Array;
  /** As in a chunk. */
  fields: Uint8Array;
  next: Uint8Array;
}

/**
 * From the words of each article to the articles of each word. What the last index has is taken from there, so that an edit
 * costs two passes over columns of numbers, and work with texts for one chunk only.
 * @param chunks all of them, oldest first
 * @param last has every chunk that comes without words
 */
export function indexWords(chunks: readonly IndexedChunk[], language: string, last?: FiledWords): IndexWords {
  const known = new Map<string, { first: number; count: number }>();
  let first = 0;
  for (const [version, count] of last?.chunks ?? []) {
    known.set(version, { first, count });
    first += count;
  }
  /** The number of each of the last index's articles in this one. */
  const numbers = new Int32Array(first).fill(-1);
  const articles: ArticleFacts[] = [];
  const read: PlacedChunk[] = [];
  const sizes = chunks.map(({ version, words }): [string, number] => {
    const start = articles.length;
    if (words) {
      read.push({ first: start, words });
      articles.push(...words.articles);
    } else {
      const chunk = known.get(version);
      if (!chunk || !last) throw new Error(`the last search index does not have the chunk ${version}`);
      for (let at = 0; at < chunk.count; at += 1) numbers[chunk.first + at] = start + at;
      articles.push(...last.articles.slice(chunk.first, chunk.first + chunk.count));
    }
    return [version, articles.length - start];
  });
  const rows = inverted(read, language);
  const texts = textsOf(chunks, known, last);
  if (!last) return { chunks: sizes, articles, ...rows, ...texts };
  const { same, ...all } = joined(last, numbers, rows);
  const files = new Map(last.files.map((file) => [file[0], file]));
  const since = { same, articles: first, files, texts: last, grams: last.grams };
  return { chunks: sizes, articles, ...all, ...texts, since };
}

/** The texts of all articles, those of the last index taken from there. @param known where its chunks are */
function textsOf(
  chunks: readonly IndexedChunk[],
  known: ReadonlyMap<string, { first: number; count: number }>,
  last: IndexTexts | undefined,
): IndexTexts {
  const parts = chunks.flatMap(({ version, words }): { from: IndexTexts; first: number; count: number }[] => {
    if (words) return [{ from: words, first: 0, count: words.articles.length }];
    const place = known.get(version);
    return place && last ? [{ from: last, ...place }] : [];
  });
  const placed = parts.map(({ from: { texts, textStarts }, first, count }) => ({
    starts: textStarts.subarray(first, first + count + 1),
    texts: texts.subarray(textStarts[first], textStarts[first + count]),
  }));
  const all = {
    texts: new Uint16Array(placed.reduce((sum, { texts }) => sum + texts.length, 0)),
    textStarts: new Uint32Array(placed.reduce((sum, { starts }) => sum + starts.length - 1, 1)),
  };
  let [at, article] = [0, 0];
  for (const { texts, starts } of placed) {
    all.texts.set(texts, at);
    for (const start of starts.subarray(1)) all.textStarts[(article += 1)] = at + start - (starts[0] ?? 0);
    at += texts.length;
  }
  return all;
}

/** A chunk with the number of its first article in the index. */
interface PlacedChunk {
  first: number;
  words: ChunkWords;
}

function inverted(chunks: readonly PlacedChunk[], language: string): WordRows {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const placesOf = chunks.map(({ words: { forms, form } }) => {
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
  const sorted = [...places].map(([form, place]) => ({ form, place, stem: stemOf(form, language) }));
  sorted.sort(compareForms);
  const ends = new Uint32Array(sorted.length);
  /** Where the next row of each form goes. */
  const heads = new Uint32Array(sorted.length);
  let total = 0;
  sorted.forEach(({ place }, at) => {
    heads[place] = total;
    total += counts[place] ?? 0;
    ends[at] = total;
  });
  const rows = { article: new Uint32Array(total), fields: new Uint8Array(total), next: new Uint8Array(total) };
  chunks.forEach(({ first, words: { starts, form, fields, next } }, chunk) => {
    const local = placesOf[chunk] ?? new Uint32Array();
    for (let own = 0; own + 1 < starts.length; own += 1) {
      for (let row = starts[own] ?? 0; row < (starts[own + 1] ?? 0); row += 1) {
        const place = local[form[row] ?? 0] ?? 0;
        const at = heads[place] ?? 0;
        heads[place] = at + 1;
        rows.article[at] = first + own;
        rows.fields[at] = fields[row] ?? 0;
        rows.next[at] = next[row] ?? 0;
      }
    }
  });
  return { forms: sorted.map(({ form }) => form), stems: sorted.map(({ stem }) => stem), ends, ...rows };
}

function compareForms(a: { stem: string; form: string }, b: { stem: string; form: string }): number {
  return compareText(a.stem, b.stem) || compareText(a.form, b.form);
}

/**
 * The rows of the last index that are still right, and those that were read now.
 * @param numbers of the last index's articles in this one; −1 for those that it does not take from there
 */
function joined(last: WordRows, numbers: Int32Array, read: WordRows): WordRows & Pick<SinceLast, 'same'> {
  const most = last.article.length + read.article.length;
  const rows = { article: new Uint32Array(most), fields: new Uint8Array(most), next: new Uint8Array(most) };
  const [forms, stems, ends, same] = [[] as string[], [] as string[], [] as number[], [] as number[]];
  let total = 0;
  /** Whether the rows from one on are those of the last index from another on. */
  const isSame = (start: number, lastStart: number) => {
    for (let at = 0; start + at < total; at += 1) {
      const [row, lastRow] = [start + at, lastStart + at];
      if (rows.article[row] !== last.article[lastRow]) return false;
      if (rows.fields[row] !== last.fields[lastRow] || rows.next[row] !== last.next[lastRow]) return false;
    }
    return true;
  };
  /** @param number of the row's article in this index */
  const add = (from: WordRows, row: number, number: number) => {
    rows.article[total] = number;
    rows.fields[total] = from.fields[row] ?? 0;
    rows.next[total] = from.next[row] ?? 0;
    total += 1;
  };
  let [lastAt, readAt, lastRow, readRow] = [0, 0, 0, 0];
  while (lastAt < last.forms.length || readAt < read.forms.length) {
    const order = compareAt(last, lastAt, read, readAt);
    const [from, at] = order <= 0 ? [last, lastAt] : [read, readAt];
    const [start, lastStart] = [total, lastRow];
    const lastEnd = order <= 0 ? (last.ends[lastAt++] ?? 0) : lastRow;
    const readEnd = order >= 0 ? (read.ends[readAt++] ?? 0) : readRow;
    // The articles of a form ascend: chunks that both indexes have are in the same order in both.
    for (; lastRow < lastEnd; lastRow += 1) {
      const number = numbers[last.article[lastRow] ?? 0] ?? -1;
      if (number < 0) continue;
      for (; readRow < readEnd && (read.article[readRow] ?? 0) < number; readRow += 1)
        add(read, readRow, read.article[readRow] ?? 0);
      add(last, lastRow, number);
    }
    for (; readRow < readEnd; readRow += 1) add(read, readRow, read.article[readRow] ?? 0);
    if (total === start) continue;
    forms.push(from.forms[at] ?? '');
    stems.push(from.stems[at] ?? '');
    ends.push(total);
    same.push(total - start === lastEnd - lastStart && isSame(start, lastStart) ? 1 : 0);
  }
  return {
    forms,
    stems,
    ends: Uint32Array.from(ends),
    article: rows.article.subarray(0, total),
    fields: rows.fields.subarray(0, total),
    next: rows.next.subarray(0, total),
    same: Uint8Array.from(same),
  };
}

/** @returns less than 0 if the one of the last index comes first, or alone is left; 0 if both are one form */
function compareAt(last: WordRows, lastAt: number, read: WordRows, readAt: number): number {
  const [a, b] = [last.forms[lastAt], read.forms[readAt]];
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  if (a === b) return 0;
  return compareText(last.stems[lastAt] ?? '', read.stems[readAt] ?? '') || compareText(a, b);
}
