import type { IndexedArticle } from '#src/search/index-format.ts';

/** What a query cost a reader. */
export interface QueryCost {
  requests: number;
  /** Bytes of the files that were loaded, as they are on the disk. */
  bytes: number;
  milliseconds: number;
}

/** A search engine over the articles of a site. */
export interface SearchEngine {
  title: string;
  /** The addresses of its ten best results, best first. */
  search(query: string): Promise<string[]>;
  /** What it costs to open the search and see the first screen of results, and then that of a second query. */
  cost(first: string, second: string): Promise<{ first: QueryCost; later: QueryCost }>;
  close(): Promise<void>;
}

/** How many results a ranking is judged by. */
export const JUDGED_RESULTS = 10;

/** How many results fill a phone's first screen. */
export const FIRST_SCREEN = 3;

/** The articles of an edition that an engine indexes. */
export interface SearchedEdition {
  language: string;
  articles: readonly IndexedArticle[];
}
