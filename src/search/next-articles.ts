import { holdsPhrase } from './excerpt.ts';
import type { Found } from './find.ts';
import type { FoundArticle, OpenIndex } from './open-index.ts';

/** What was found, of which some is shown. */
export interface PendingResults {
  /** The numbers of those that are not shown yet, in order. */
  pending: Uint32Array;
  /** How many there are of all. */
  count: number;
  found: Found | undefined;
}

/** After so many articles that turned out not to have a phrase, no more are loaded by themselves. */
const MOST_FAILED = 1;

/**
 * Loads the next articles. Whether the words of a phrase follow each other is certain only in the text; those that do not have it
 * are counted no longer.
 * @returns fewer than are wanted if there are no more, or if several turned out not to have a phrase
 */
export async function nextArticles(
  index: Pick<OpenIndex, 'article'>,
  results: PendingResults,
  many: number,
): Promise<FoundArticle[]> {
  const phrases = phrasesOf(results);
  const good: FoundArticle[] = [];
  let failed = 0;
  while (good.length < many && results.pending.length > 0 && (good.length === 0 || failed < MOST_FAILED)) {
    const wanted = many - good.length;
    const articles = await Promise.all([...results.pending.subarray(0, wanted)].map((number) => index.article(number)));
    results.pending = results.pending.subarray(wanted);
    const found = articles.filter(({ title, text, names }) =>
      phrases.every(({ words }) => [title, text, ...names.flat()].some((some) => holdsPhrase(some, words))),
    );
    results.count -= articles.length - found.length;
    failed += articles.length - found.length;
    good.push(...found);
  }
  return good;
}

/** Whether the count is of articles that were all seen, or found by words alone. */
export function isExactCount(results: PendingResults): boolean {
  return results.pending.length === 0 || phrasesOf(results).length === 0;
}

function phrasesOf({ found }: PendingResults) {
  return found?.query.terms.filter(({ isPhrase, words }) => isPhrase && words.length > 1) ?? [];
}
