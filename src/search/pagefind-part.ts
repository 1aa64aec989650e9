/** The part of Pagefind's browser API that the search page uses (pagefind.app/docs/api). */
export interface PagefindClient {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  /** Loads the filters' index (170 KB at 19,000 stories); answers from then on count what is left under each value. */
  filters(): Promise<PagefindAnswer['filters']>;
  preload(term: string): Promise<void>;
  search(term: string | null, options: PagefindQuery): Promise<PagefindAnswer>;
}

export interface PagefindQuery {
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindAnswer {
  results: readonly { id: string; data(): Promise<PagefindHit> }[];
  /** Stories left under each value, of those found. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindHit {
  url: string;
  /** HTML-escaped text with `<mark>` round what was found. */
  excerpt: string;
  meta: Record<string, string>;
}

/**
 * How found words weigh. A title says most; another name of a place must find the place without pushing stories that
 * speak of it aside. An accent typed right counts double: año is not ano, though either finds both.
 */
const RANKING = {
  diacriticSimilarity: 1.0,
  metaWeights: { title: 5, topics: 2, places: 2, authors: 2, section: 1, date: 0 },
};

/**
 * Loads an edition's index: about 300 KB, once, when a reader first turns to the search.
 * @param indexUrl the index's folder, with slashes
 */
export async function loadPagefind(indexUrl: string): Promise<PagefindClient> {
  const client = (await import(/* @vite-ignore */ `${indexUrl}pagefind.js`)) as PagefindClient;
  await client.options({ excerptLength: 28, ranking: RANKING });
  await client.init();
  return client;
}
