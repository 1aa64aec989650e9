import { mergeAnswers, type SearchAnswer } from './merge-answers.ts';
import { openPart, type PagefindPart, type PagefindQuery } from './pagefind-part.ts';
import { INDEX_FILES, type ListedPart } from './part-list.ts';
import { partsWithTerm } from './parts-with-term.ts';
import { connectWorker } from './worker-client.ts';

/** An edition's index in the reader's browser: all its parts, searched in parallel as one. */
export interface SearchIndex {
  /** Loads the filters' index; from then on, answers include counts for each facet value. */
  loadFilters(): Promise<void>;
  preload(term: string): Promise<void>;
  /** @param term null: all articles that pass the filters */
  search(term: string | null, query: PagefindQuery): Promise<SearchAnswer>;
}

/**
 * Loads an edition's index, about 285 KB for 19,000 articles.
 * @param indexUrl the index's folder, with a trailing slash
 * @param language of the page
 * @throws Error if any part cannot be loaded: results would silently lack years
 */
export async function loadSearchIndex(indexUrl: string, language: string): Promise<SearchIndex> {
  const worker = connectWorker(indexUrl + INDEX_FILES.worker);
  try {
    const folders = (await readPartList(indexUrl + INDEX_FILES.list)).map(({ name }) => `${indexUrl}${name}/`);
    return indexOf(await openParts(folders, (folder) => openPart(worker, folder, language)));
  } catch (error) {
    worker.close();
    throw error;
  }
}

/** Always revalidated: a cached list may name parts that no longer exist. */
async function readPartList(url: string): Promise<readonly ListedPart[]> {
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The list of the search index’s parts, ${url}, answers ${response.status}`);
  return ((await response.json()) as { parts: ListedPart[] }).parts;
}

/** The first part loads the WebAssembly program for all, so it must be open before the others: two would break each other. */
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
      const searched = term === null ? parts : await partsWithTerm(parts, term);
      const answers = await Promise.all(searched.map((part) => part.search(term, query)));
      return mergeAnswers(answers, query.sort ? 'date' : 'relevance');
    },
  };
}
