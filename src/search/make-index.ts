import { textNumber } from '#src/keys/text-number.ts';
import type { ArticleFacts } from './chunk-words.ts';
import { gramFiles } from './gram-files.ts';
import { gramSpread } from './gram-format.ts';
import {
  encodeCopies,
  encodeFacets,
  encodeWords,
  isCommon,
  wordFile,
  type Facets,
  type IndexEntry,
  type Postings,
} from './index-format.ts';
import type { IndexWords, WordFile } from './index-words.ts';
import { makeLexicon } from './make-lexicon.ts';
import { shortHash } from './short-hash.ts';

/** An index's files. */
export interface IndexFiles {
  entry: IndexEntry;
  /** By name, before they are compressed; undefined for one that is there already. */
  files: ReadonlyMap<string, Uint8Array | undefined>;
  /** The files of words in their order. */
  made: readonly WordFile[];
}

/**
 * Makes the files of an edition's index, but for those of its articles.
 * @param isKnown whether a file of the last index is there: if it would be made the same again, it is not made
 * @param events when its events are, as `encodeEvents` writes it; nothing if it has none
 */
export function makeIndex(
  words: IndexWords,
  isKnown: (name: string) => boolean = () => false,
  events?: string,
): IndexFiles {
  const { articles, chunks } = words;
  const files = new Map<string, Uint8Array | undefined>();
  const add = (content: Uint8Array) => {
    const name = shortHash(content);
    files.set(wordFile(name), content);
    return name;
  };
  const groups = wordGroups(words);
  const made = groups.map((group): WordFile => {
    const name = reusableFile(words, group, (known) => isKnown(wordFile(known)));
    if (name !== undefined) files.set(wordFile(name), undefined);
    return [...outline(words, group), name ?? add(encodeGroup(words, group))];
  });
  const grams = gramFiles(words, (known) => isKnown(wordFile(known))).map((file) => {
    if (typeof file !== 'string') return add(file);
    files.set(wordFile(file), undefined);
    return file;
  });
  const entry: IndexEntry = {
    articles: articles.length,
    months: monthsOf(articles),
    chunks,
    words: made.map(([, , , name], at) => [words.stems[groups[at]?.start ?? 0] ?? '', name]),
    lexicon: add(makeLexicon(words)),
    facets: add(encodeFacets(facetsOf(articles))),
    ...(events !== undefined && { events: add(new TextEncoder().encode(events)) }),
    grams: { buckets: gramSpread(words.texts.length).buckets, names: grams },
    copies: encodeCopies(copiesOf(articles)),
  };
  return { entry, files, made };
}

/**
 * How many bytes of words a file has before it is compressed, to about half. Small files are good for readers, who load one
 * for each word; few files are good for hosts, and for the list of them.
 */
const FILE_BYTES = { least: 12_000, most: 40_000 };

/** The places of some forms. */
interface FormRange {
  start: number;
  end: number;
}

/** Words by their stems, cut into files. Where a file ends depends on the stem there, so that a new word moves few borders. */
function wordGroups({ forms, stems, ends, articles }: IndexWords): FormRange[] {
  const groups: FormRange[] = [];
  let [start, size, row] = [0, 0, 0];
  forms.forEach((form, at) => {
    const [stem = '', following] = [stems[at], stems[at + 1]];
    const end = ends[at] ?? 0;
    size += form.length + 4 + Math.min((end - row) * 3, articles.length / 8);
    row = end;
    if (following === stem || (following !== undefined && !isEnd(stem, size))) return;
    groups.push({ start, end: at + 1 });
    [start, size] = [at + 1, 0];
  });
  return groups;
}

function encodeGroup({ forms, ends, articles, ...rows }: IndexWords, { start, end }: FormRange): Uint8Array {
  const words = forms.slice(start, end).map((form, at): Required<Postings> => {
    const [first, last] = [ends[start + at - 1] ?? 0, ends[start + at]];
    return {
      form,
      articles: rows.article.subarray(first, last),
      fields: rows.fields.subarray(first, last),
      next: rows.next.subarray(first, last),
    };
  });
  return encodeWords(words, articles.length);
}

/** No two different files of an index's words have the same. */
function outline({ forms }: IndexWords, { start, end }: FormRange): [first: string, last: string, forms: number] {
  return [forms[start] ?? '', forms[end - 1] ?? '', end - start];
}

/** The name of the last index's file with the same words and rows, if it is there. */
function reusableFile(words: IndexWords, group: FormRange, isKnown: (name: string) => boolean): string | undefined {
  const { ends, articles, since } = words;
  const { start, end } = group;
  const [first, last, count] = outline(words, group);
  const [, knownLast, knownCount, name] = since?.files.get(first) ?? [];
  if (!since || name === undefined || last !== knownLast || count !== knownCount || !isKnown(name)) return undefined;
  for (let at = start; at < end; at += 1) {
    if (since.same[at] !== 1) return undefined;
    // How the articles of a common word are written depends on how many there are of all.
    const count = (ends[at] ?? 0) - (ends[at - 1] ?? 0);
    const totals = [since.articles, articles.length];
    if (since.articles !== articles.length && totals.some((total) => isCommon(count, total))) return undefined;
  }
  return name;
}

function isEnd(stem: string, size: number): boolean {
  return size >= FILE_BYTES.most || (size >= FILE_BYTES.least && (textNumber(stem) & 3) === 0);
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

/** @returns each copy of a story with the next one, oldest first */
function copiesOf(articles: readonly ArticleFacts[]): [number, number][] {
  /** The story of each key, and the oldest copy of each story so far: both named by the newest. */
  const [stories, oldest] = [new Map<string, number>(), new Map<number, number>()];
  const copies: [number, number][] = [];
  for (let at = articles.length - 1; at >= 0; at -= 1) {
    const keys = articles[at]?.copies ?? [];
    const story = keys.flatMap((key) => stories.get(key) ?? []).at(0) ?? at;
    const next = oldest.get(story);
    if (next !== undefined) copies.push([at, next]);
    oldest.set(story, at);
    for (const key of keys) if (!stories.has(key)) stories.set(key, story);
  }
  return copies.reverse();
}
