import { wordNumbers } from './grams.ts';
import { isFound, type Match } from './match.ts';
import type { OpenIndex } from './open-index.ts';
import type { Query } from './parse-query.ts';

/** What counts besides the words themselves; chosen, as their worth is, by the figures of the bench. */
const WORTH = {
  /** Two words that follow each other as in the query: a share of their weights. */
  neighbours: 0.25,
  /** All words in the headline: a factor. */
  wholeTitle: 1.5,
} as const;

/** How much more a story of today is worth than an old one, and after how many months half of that is gone. */
const RECENCY = { most: 0.05, halfMonths: 18 } as const;

/** What each article is worth for a query, 0 if it does not match. */
export function score(
  index: OpenIndex,
  query: Query,
  matches: readonly Match[],
  excluded: readonly Match[],
): Float32Array {
  const { articles } = index.entry;
  const scores = new Float32Array(articles);
  if (matches.length === 0) return scores;
  const weights = weightsOf(matches, articles);
  const pairs = neighbours(query, matches, weights);
  const recency = recencies(index);
  for (let article = 0; article < articles; article += 1) {
    if (!isFound(matches, excluded, article)) continue;
    let sum = 0;
    matches.forEach(({ worth }, at) => (sum += (worth[article] ?? 0) * (weights[at] ?? 0)));
    for (const { before, bit, weight } of pairs) if ((before.next[article] ?? 0) & bit) sum += weight;
    if (matches.length > 1 && matches.every(({ title }) => title[article])) sum *= WORTH.wholeTitle;
    scores[article] = sum * (1 + (recency[article] ?? 0));
  }
  return scores;
}

/** How much each term says: a rare one more than a common one, as in BM25. @param articles how many there are */
export function weightsOf(matches: readonly Match[], articles: number): number[] {
  return matches.map(({ count }) => Math.log(1 + (articles - count + 0.5) / (count + 0.5)));
}

interface NeighbourPair {
  before: Match;
  bit: number;
  weight: number;
}

/** The words of a query that follow each other: a story in which they do so too is likelier to be meant. */
function neighbours(query: Query, matches: readonly Match[], weights: readonly number[]): NeighbourPair[] {
  const pairs: NeighbourPair[] = [];
  query.terms.forEach(({ words }, at) => {
    const before = matches[at];
    const last = words.at(-1);
    const place = last === undefined ? -1 : query.sequence.lastIndexOf(last);
    const following = query.sequence[place + 1];
    if (!before || place < 0 || following === undefined) return;
    const weight = ((weights[at] ?? 0) + (weights[at + 1] ?? weights[at] ?? 0)) * 0.5 * WORTH.neighbours;
    pairs.push({ before, bit: wordNumbers(following).bit, weight });
  });
  return pairs;
}

function recencies({ entry }: OpenIndex): Float32Array {
  const recency = new Float32Array(entry.articles);
  const newest = monthNumber(entry.months.at(-1)?.[0] ?? '');
  entry.months.forEach(([month, first], at) => {
    const age = newest - monthNumber(month);
    recency.fill(RECENCY.most * 0.5 ** (age / RECENCY.halfMonths), first, entry.months[at + 1]?.[1] ?? entry.articles);
  });
  return recency;
}

function monthNumber(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return year * 12 + number;
}
