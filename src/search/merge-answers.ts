import type { PagefindAnswer, PagefindResult } from './pagefind-part.ts';

/** The merged answer of an index's parts. */
export interface SearchAnswer {
  results: readonly PagefindResult[];
  /** The number of found articles for each value of each facet. */
  filters: Record<string, Record<string, number>>;
}

/**
 * Merges the parts' answers.
 *
 * By date the order is exact, because each part covers a range of dates. By relevance, a part's scores depend on how rare a
 * word is among its own articles; parts with thousands of articles agree closely enough to be compared. Of results with the
 * same score, those from newer parts come first.
 * @param answers in the order of their parts, newest first; each sorted
 */
export function mergeAnswers(answers: readonly PagefindAnswer[], order: 'relevance' | 'date'): SearchAnswer {
  const results = answers.flatMap((answer) => answer.results);
  return {
    // The sort is stable: results with the same score keep their order.
    results: order === 'date' ? results : results.sort((a, b) => b.score - a.score),
    filters: sumOf(answers.map((answer) => answer.filters)),
  };
}

function sumOf(all: readonly SearchAnswer['filters'][]): SearchAnswer['filters'] {
  // No prototype, because a facet's value may be any word, even “constructor”.
  const sums: SearchAnswer['filters'] = Object.create(null);
  for (const filters of all) {
    for (const [name, counts] of Object.entries(filters)) {
      const sum = (sums[name] ??= Object.create(null) as Record<string, number>);
      for (const [value, count] of Object.entries(counts)) sum[value] = (sum[value] ?? 0) + count;
    }
  }
  return sums;
}
