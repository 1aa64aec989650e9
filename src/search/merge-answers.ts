import type { PagefindAnswer, PagefindResult } from './pagefind-part.ts';

/** What the parts of an index found, as one index would have answered. */
export interface SearchAnswer {
  results: readonly PagefindResult[];
  /** Stories left under each value of each facet, of those found. */
  filters: Record<string, Record<string, number>>;
}

/**
 * Makes one answer of the parts' answers.
 *
 * By date the order is exact: parts are stretches of time. By relevance a part's scores are counted from how rare a word
 * is among its own stories; parts of thousands of stories of one paper agree on that closely enough to be compared. What
 * scores the same stands newest part first.
 * @param answers in the order of their parts, newest first; each sorted
 */
export function mergeAnswers(answers: readonly PagefindAnswer[], order: 'relevance' | 'date'): SearchAnswer {
  const results = answers.flatMap((answer) => answer.results);
  return {
    // Array.prototype.sort is stable, so that a part's own order stands among equals.
    results: order === 'date' ? results : results.sort((a, b) => b.score - a.score),
    filters: sumOf(answers.map((answer) => answer.filters)),
  };
}

function sumOf(all: readonly SearchAnswer['filters'][]): SearchAnswer['filters'] {
  // Without a prototype: a facet's value may be any word, “constructor” too.
  const sums: SearchAnswer['filters'] = Object.create(null);
  for (const filters of all) {
    for (const [name, counts] of Object.entries(filters)) {
      const sum = (sums[name] ??= Object.create(null) as Record<string, number>);
      for (const [value, count] of Object.entries(counts)) sum[value] = (sum[value] ?? 0) + count;
    }
  }
  return sums;
}
