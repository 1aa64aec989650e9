import type { CountingPart } from './parts-with-term.ts';
import type { WorkerClient } from './worker-client.ts';

/** One part of an index. */
export interface PagefindPart extends CountingPart {
  /** Loads the filters' index (about 9 bytes an article); from then on, answers include counts for each facet value. */
  loadFilters(): Promise<void>;
  /** Loads what a search for the term needs. */
  preload(term: string): Promise<void>;
  /** @param term null: all articles that pass the filters */
  search(term: string | null, query: PagefindQuery): Promise<PagefindAnswer>;
}

export interface PagefindQuery {
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindAnswer {
  results: readonly PagefindResult[];
  /** The number of found articles for each value of each facet. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindResult {
  /** How well an article matches; all hits of an exact phrase score the same. */
  score: number;
  data(): Promise<PagefindHit>;
}

export interface PagefindHit {
  url: string;
  /** HTML-escaped text with `<mark>` around matches. */
  excerpt: string;
  meta: Record<string, string>;
}

/**
 * Titles weigh most. Other names of a place weigh little, so that they find the place without displacing articles about it.
 * A match with the same accents counts double: “año” and “ano” find each other, but prefer themselves.
 */
const RANKING = {
  diacriticSimilarity: 1.0,
  metaWeights: { title: 5, topics: 2, places: 2, authors: 2, section: 1, date: 0 },
};

/** A filter that matches nothing, for searches that only need the unfiltered count. */
const NOTHING = { filters: { 'no such facet': { any: ['none'] } } };

/**
 * Opens a part of an index; resolves when its list of articles is loaded, about 10 bytes an article.
 * @param folder the part's address, with a trailing slash
 * @param language of the page, for splitting and stemming words
 */
export async function openPart(worker: WorkerClient, folder: string, language: string): Promise<PagefindPart> {
  await worker.ask(folder, 'init', [{ basePath: folder, language, excerptLength: 28 }]);
  // The worker answers `init` at once, and `options` when the part is loaded or has failed to load.
  await worker.ask(folder, 'options', [{ ranking: RANKING }]);
  // The worker keeps the word positions of every result until they are released.
  const collected = new FinalizationRegistry<string>((ticket) => {
    worker.ask(folder, 'releaseData', [ticket]).catch(() => undefined);
  });
  const counts = new Map<string, Promise<number>>();
  const count = async (term: string) => {
    try {
      return (await worker.ask<WorkerAnswer>(folder, 'search', [term, NOTHING])).unfilteredResultCount;
    } catch (error) {
      counts.delete(term);
      throw error;
    }
  };
  return {
    count: (term) => {
      const counting = counts.get(term) ?? count(term);
      counts.set(term, counting);
      return counting;
    },
    loadFilters: () => worker.ask(folder, 'filters', []),
    preload: (term) => worker.ask(folder, 'preload', [term]),
    search: async (term, query) => {
      const answer = await worker.ask<WorkerAnswer>(folder, 'search', [term, query]);
      const results = answer.results.map(({ score, data: ticket }) => {
        const result = { score, data: () => worker.ask<PagefindHit>(folder, 'getData', [ticket]) };
        collected.register(result, ticket);
        return result;
      });
      return { results, filters: answer.filters };
    },
  };
}

/** The worker's answer. Functions cannot be sent, so a hit's data is requested with a ticket. */
interface WorkerAnswer {
  results: readonly { score: number; data: string }[];
  filters: PagefindAnswer['filters'];
  unfilteredResultCount: number;
}
