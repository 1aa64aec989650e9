import {
  articleFile,
  decodeCopies,
  decodeFacets,
  decodeWords,
  ENTRY_FILE,
  wordFile,
  type Facets,
  type IndexedArticle,
  type IndexEntry,
  type WordEntry,
} from './index-format.ts';
import { decodeEvents, type IndexedEvents } from './event-format.ts';
import { bucketOf, decodeGrams } from './gram-format.ts';
import { decodeLexicon, type Lexicon } from './lexicon-format.ts';
import { foldedForm, stemOf } from './stems.ts';

/** An article of an open index. */
export interface FoundArticle extends IndexedArticle {
  number: number;
}

/** An edition's index, of which a search loads what it needs, each file once. */
export interface OpenIndex {
  entry: IndexEntry;
  language: string;
  /** For each copy the newest of its story. */
  copies: ReadonlyMap<number, number>;
  /** All forms of the words with a stem. */
  formsOf(stem: string): Promise<readonly WordEntry[]>;
  /** The name of the file that has the words with a stem, if there are any. */
  fileOf(stem: string): string;
  /** Words that begin with these letters, as far as they are in the file where these would be, or in the next. */
  wordsBeginning(letters: string): Promise<readonly WordEntry[]>;
  /** The articles that have a gram, ascending; of others a few. */
  articlesWith(gram: number): Promise<Uint32Array>;
  /** The words that a mistyped or unfinished one may mean. Once it is there, no file is loaded for words that no article has. */
  lexicon(): Promise<Lexicon>;
  facets(): Promise<Facets>;
  /** When the events of the index are. */
  events(): Promise<IndexedEvents>;
  /** @param number counted from the oldest, 0 */
  article(number: number): Promise<FoundArticle>;
}

const NO_EVENTS: IndexedEvents = { paperZone: 'UTC', events: new Map() };

/** Loads a file of an index, and unpacks it. @param name in the index's folder */
export type IndexLoader = (name: string) => Promise<Uint8Array>;

/** Opens an index by its entry. @param language of its articles */
export async function openIndex(load: IndexLoader, language: string): Promise<OpenIndex> {
  const entry = JSON.parse(new TextDecoder().decode(await load(ENTRY_FILE))) as IndexEntry;
  const once = rememberGood(load);
  const read = rememberGood(async (name) => byStem(decodeWords(await once(name), entry.articles), language));
  const spread = { files: entry.grams.names.length, buckets: entry.grams.buckets };
  const gramFile = { buckets: spread.buckets / spread.files, articles: entry.articles };
  const buckets = rememberGood(async (name) => decodeGrams(await load(name), gramFile));
  let known: Lexicon | undefined;
  const lexicon = rememberGood(async (name) => (known = decodeLexicon(await load(name), language)));
  const facets = rememberGood(async (name) => decodeFacets(await load(name)));
  const events = rememberGood(async (name) => decodeEvents(new TextDecoder().decode(await load(name))));
  return {
    entry,
    language,
    copies: decodeCopies(entry.copies),
    formsOf: async (stem) => {
      if (known && !known.mayHave(stem)) return [];
      const name = entry.words[placeOf(entry.words, stem)]?.[1];
      return name === undefined ? [] : ((await read(wordFile(name))).get(stem) ?? []);
    },
    fileOf: (stem) => entry.words[placeOf(entry.words, stem)]?.[1] ?? '',
    wordsBeginning: async (letters) => {
      const place = placeOf(entry.words, letters);
      const files = entry.words
        .slice(Math.max(place, 0), place + 2)
        .filter(([first], at) => at === 0 || first.startsWith(letters));
      const stems = await Promise.all(files.map(([, name]) => read(wordFile(name))));
      return stems
        .flatMap((some) => [...some.values()].flat())
        .filter(({ form }) => foldedForm(form).startsWith(letters));
    },
    articlesWith: async (gram) => {
      const bucket = bucketOf(gram, spread);
      const name = entry.grams.names[Math.floor(bucket / gramFile.buckets)] ?? '';
      return (await buckets(wordFile(name)))[bucket % gramFile.buckets] ?? new Uint32Array();
    },
    lexicon: () => lexicon(wordFile(entry.lexicon)),
    facets: () => facets(wordFile(entry.facets)),
    events: () => (entry.events === undefined ? Promise.resolve(NO_EVENTS) : events(wordFile(entry.events))),
    article: async (number) => {
      const bytes = await once(fileOfArticle(entry.chunks, number));
      return { ...(JSON.parse(new TextDecoder().decode(bytes)) as IndexedArticle), number };
    },
  };
}

/** A loader for a reader's browser. @param folder the index's address, with a slash at its end */
export function fileLoader(folder: string): IndexLoader {
  return async (name) => {
    // The entry is always revalidated: it may name files that are no longer there.
    const response = await fetch(folder + name, name === ENTRY_FILE ? { cache: 'no-cache' } : {});
    if (!response.ok || !response.body) throw new Error(`${folder}${name} answers ${response.status}`);
    return unpacked(new Uint8Array(await response.arrayBuffer()));
  };
}

/** Some hosts unpack gzip on their own, so its first bytes decide. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Asks once for each name; again only if that failed. */
function rememberGood<Value>(make: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (name) => {
    const value = known.get(name) ?? make(name);
    known.set(name, value);
    value.catch(() => known.delete(name));
    return value;
  };
}

function byStem(words: readonly WordEntry[], language: string): Map<string, WordEntry[]> {
  const stems = new Map<string, WordEntry[]>();
  for (const word of words) {
    const stem = stemOf(word.form, language);
    const forms = stems.get(stem);
    if (forms) forms.push(word);
    else stems.set(stem, [word]);
  }
  return stems;
}

/** The place of the last file that begins at the stem or before it; -1 if there is none. */
function placeOf(files: IndexEntry['words'], stem: string): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.[0] ?? '') <= stem) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function fileOfArticle(chunks: IndexEntry['chunks'], number: number): string {
  let first = 0;
  for (const [version, articles] of chunks) {
    if (number < first + articles) return articleFile(version, number - first);
    first += articles;
  }
  throw new Error(`The index has no article ${number}`);
}
