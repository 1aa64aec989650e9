import type { Locale } from '#src/schemas/locale.ts';
import { searchedFields, searchedNames, type SearchedFields, type SearchedNames } from '#src/search/search-record.ts';
import type { PlannedIndex } from './plan-search-index.ts';
import { hasCachedWords } from './words-cache.ts';

/** What the last site has of an edition's index. */
export interface ReusableIndex {
  key?: string;
  /** Whether every file of it but those of articles can be reused. */
  isWhole: boolean;
  /** The versions of the chunks whose articles can be reused. */
  chunks: ReadonlySet<string>;
  /** Files that can be reused, by name. */
  files: ReadonlySet<string>;
}

/** What of the index is to be made. */
export interface IndexRequest {
  plan: readonly PlannedIndex[];
  /** What can be reused; nothing by default. */
  reusable?: Readonly<Partial<Record<Locale, ReusableIndex>>>;
  /** Make everything, whatever is cached. */
  isClean?: boolean;
}

/** The same as data that another process can be given, for each edition. */
export interface RequestedIndex {
  locale: Locale;
  key: string;
  /** Whether the files of words and facets are to be made. */
  isChanged: boolean;
  /** The key of the last index, from whose cached words those of articles are taken that need not be read. */
  lastKey?: string;
  chunks: readonly RequestedChunk[];
  /** The names in the articles that are to be read. */
  names: RequestedNames;
  /** When the events are; absent if there are none. */
  events?: string;
  /** The files that need not be made. */
  files: readonly string[];
}

export interface RequestedChunk {
  version: string;
  /** How many articles it has. */
  count: number;
  /** Whether the files of its articles are to be made. */
  isChanged: boolean;
  /** Absent if its articles need not be read. */
  articles?: readonly RequestedArticle[];
}

/** An article to be read; dates are milliseconds since 1970. */
export type RequestedArticle = Omit<SearchedFields, 'pubDate'> & { file: string; pubDate: number };

/** {@link SearchedNames} as lists of pairs. */
export type RequestedNames = {
  [Kind in keyof SearchedNames]: readonly (SearchedNames[Kind] extends ReadonlyMap<string, infer Name>
    ? readonly [id: string, name: Name]
    : never)[];
};

/** What was made for each edition. */
export interface MadeIndex {
  locale: Locale;
  key: string;
  /** How many articles the index holds. */
  articles: number;
  /** Each chunk; with the SHA-256 of its articles' files if they were made, in order. */
  chunks: readonly { version: string; digests?: readonly string[] }[];
  /** All other files by name, with the SHA-256 of those that were made; absent if all are reused. */
  files?: readonly (readonly [name: string, digest?: string])[];
}

/** An index request as data. @param cacheFolder where the words of earlier indexes are cached */
export function requestedIndexes(
  { plan, reusable = {}, isClean = false }: IndexRequest,
  cacheFolder: string,
): RequestedIndex[] {
  return plan.map(({ edition, key, chunks, events }) => {
    const { locale } = edition;
    const known = reusable[locale];
    const isChanged = !(known?.isWhole && known.key === key);
    // If no chunk is the same, other code may have made the last index.
    const isRelated = chunks.some(({ version }) => known?.chunks.has(version));
    const canTakeWords = isChanged && isRelated && !isClean && hasCachedWords(cacheFolder, known?.key ?? '');
    const lastKey = canTakeWords ? known?.key : undefined;
    const read: SearchedFields[] = [];
    const requested = chunks.map(({ version, articles }): RequestedChunk => {
      const isNew = !known?.chunks.has(version);
      const chunk = { version, count: articles.length, isChanged: isNew };
      if (!isNew && !(isChanged && lastKey === undefined)) return chunk;
      return {
        ...chunk,
        articles: articles.map((article) => {
          const fields = searchedFields(article);
          read.push(fields);
          return { ...fields, file: article.file, pubDate: fields.pubDate.getTime() };
        }),
      };
    });
    const { categories, authors, tags, places, kinds } = searchedNames(edition, read);
    return {
      locale,
      key,
      isChanged,
      ...(lastKey !== undefined && { lastKey }),
      chunks: requested,
      names: {
        categories: [...categories],
        authors: [...authors],
        tags: [...tags],
        places: [...places],
        kinds: [...kinds],
      },
      ...(events !== undefined && { events }),
      files: [...(known?.files ?? [])],
    };
  });
}
