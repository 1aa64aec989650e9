import { mergeAnswers, type SearchAnswer } from './merge-answers.ts';
import { openPart, type PagefindPart, type PagefindQuery } from './pagefind-part.ts';
import { INDEX_FILES, type ListedPart } from './part-list.ts';
import { partsThatKnow } from './parts-with-term.ts';
import { linkToWorker } from './worker-link.ts';

/** An edition's index in the reader's browser: its parts asked side by side, as if they were one. */
export interface SearchIndex {
  /** Loads the filters' index; answers from then on count what is left under each value. */
  loadFilters(): Promise<void>;
  preload(term: string): Promise<void>;
  /** @param term null: every story that the filters leave */
  search(term: string | null, query: PagefindQuery): Promise<SearchAnswer>;
}

/**
 * Loads an edition's index: about 285 KB at 19,000 stories, once, when a reader first turns to the search.
 * @param indexUrl the index's folder, with slashes
 * @param language the page's
 * @throws Error where any part of it cannot be loaded: an answer that lacks years would not say so
 */
export async function loadSearchIndex(indexUrl: string, language: string): Promise<SearchIndex> {
  const link = linkToWorker(indexUrl + INDEX_FILES.worker);
  try {
    const folders = (await readPartList(indexUrl + INDEX_FILES.list)).map(({ name }) => `${indexUrl}${name}/`);
    return indexOf(await openParts(folders, (folder) => openPart(link, folder, language)));
  } catch (error) {
    link.close();
    throw error;
  }
}

/** Never from a cache without asking: a list of yesterday names parts that are no more. */
async function readPartList(url: string): Promise<readonly ListedPart[]> {
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The list of the search index’s parts, ${url}, answers ${response.status}`);
  return ((await response.json()) as { parts: ListedPart[] }).parts;
}

/** The first part brings the program for all; opened beside it, another would start a second one and break the first. */
async function openParts(
  [first, ...others]: readonly string[],
  open: (folder: string) => Promise<PagefindPart>,
): Promise<PagefindPart[]> {
  if (first === undefined) return [];
  return [await open(first), ...(await Promise.all(others.map(open)))];
}

function indexOf(parts: readonly PagefindPart[]): SearchIndex {
  return {
    loadFilters: async () => void (await Promise.all(parts.map((part) => part.loadFilters()))),
    preload: async (term) => void (await Promise.all(parts.map((part) => part.preload(term)))),
    search: async (term, query) => {
      const asked = term === null ? parts : await partsThatKnow(parts, term);
      const answers = await Promise.all(asked.map((part) => part.search(term, query)));
      return mergeAnswers(answers, query.sort ? 'date' : 'relevance');
    },
  };
}
