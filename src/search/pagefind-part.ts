import type { CountingPart } from './parts-with-term.ts';
import type { WorkerLink } from './worker-link.ts';

/** One part of an index, as Pagefind answers for it. */
export interface PagefindPart extends CountingPart {
  /** Loads the filters' index (about 9 bytes a story); answers from then on count what is left under each value. */
  loadFilters(): Promise<void>;
  /** Loads what a search for the term will need. */
  preload(term: string): Promise<void>;
  /** @param term null: every story that the filters leave */
  search(term: string | null, query: PagefindQuery): Promise<PagefindAnswer>;
}

export interface PagefindQuery {
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindAnswer {
  results: readonly PagefindResult[];
  /** Stories left under each value, of those found. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindResult {
  /** How well a story matches; all hits of an exact phrase score the same. */
  score: number;
  data(): Promise<PagefindHit>;
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

/** A facet that no index has: it leaves nothing of an answer but the count. */
const NOTHING = { filters: { 'no such facet': { any: ['none'] } } };

/**
 * Opens a part of an index: answers when its list of stories is loaded, about 10 bytes a story.
 * @param folder the part's address, with slashes
 * @param language the page's, by which words are taken apart and brought to their stems
 */
export async function openPart(link: WorkerLink, folder: string, language: string): Promise<PagefindPart> {
  await link.ask(folder, 'init', [{ basePath: folder, language, excerptLength: 28 }]);
  // The worker answers the first at once, and this when the part is loaded; or with what kept it from that.
  await link.ask(folder, 'options', [{ ranking: RANKING }]);
  // The worker keeps every word's place in every story it found, until it is told that nobody will ask for them.
  const forgotten = new FinalizationRegistry<string>((ticket) => {
    link.ask(folder, 'releaseData', [ticket]).catch(() => undefined);
  });
  const counts = new Map<string, Promise<number>>();
  const count = async (term: string) => {
    try {
      return (await link.ask<WorkerAnswer>(folder, 'search', [term, NOTHING])).unfilteredResultCount;
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
    loadFilters: () => link.ask(folder, 'filters', []),
    preload: (term) => link.ask(folder, 'preload', [term]),
    search: async (term, query) => {
      const answer = await link.ask<WorkerAnswer>(folder, 'search', [term, query]);
      const results = answer.results.map(({ score, data: ticket }) => {
        const result = { score, data: () => link.ask<PagefindHit>(folder, 'getData', [ticket]) };
        forgotten.register(result, ticket);
        return result;
      });
      return { results, filters: answer.filters };
    },
  };
}

/** An answer as it comes from the worker: functions cannot be sent, so a hit's data is asked for with a ticket. */
interface WorkerAnswer {
  results: readonly { score: number; data: string }[];
  filters: PagefindAnswer['filters'];
  unfilteredResultCount: number;
}
