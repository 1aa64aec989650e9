import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { JUDGED_RESULTS, type SearchedEdition, type SearchEngine } from './search-engine.ts';

/** Slips that MiniSearch allows, as a share of a word's letters, and its usual weights (lucaong.github.io/minisearch). */
const OPTIONS = { combineWith: 'AND', fuzzy: 0.2, boost: { title: 3 } } as const;

/** MiniSearch: the whole index is loaded at once, and everything is searched in memory. */
export function miniSearch({ articles }: SearchedEdition): SearchEngine {
  const engine = new MiniSearch({ idField: 'url', fields: ['title', 'text', 'names'], storeFields: ['title'] });
  engine.addAll(articles.map(({ url, title, text, names }) => ({ url, title, text, names: names.flat().join(', ') })));
  const bytes = gzipSync(JSON.stringify(engine)).length;
  const results = (query: string) => engine.search(query, OPTIONS).slice(0, JUDGED_RESULTS);
  const timed = (query: string) => {
    const start = performance.now();
    results(query);
    return performance.now() - start;
  };
  return {
    title: 'MiniSearch',
    search: (query) => Promise.resolve(results(query).map(({ id }) => String(id))),
    cost: (first, second) =>
      Promise.resolve({
        first: { requests: 1, bytes, milliseconds: timed(first) },
        later: { requests: 0, bytes: 0, milliseconds: timed(second) },
      }),
    close: () => Promise.resolve(),
  };
}
