import { correct, type Correction } from './correct.ts';
import { countOf, isFound, match, matchFinished, type Match } from './match.ts';
import type { OpenIndex } from './open-index.ts';
import { parseQuery, type Query, type Term } from './parse-query.ts';
import { score, weightsOf } from './score.ts';

/** How a search may be understood. */
export interface FindOptions {
  /** The last word is still being typed: words that begin with it count too. */
  isTyping?: boolean;
  /** Look for the words as they were typed, even if no story has one. */
  isExact?: boolean;
}

/** The articles that have all that is looked for. */
export interface Found {
  /** Their numbers, best first. */
  byRelevance: Uint32Array;
  /** Newest first. */
  byDate: Uint32Array;
  corrections: readonly Correction[];
  /** What was looked for, after corrections: results mark it. */
  query: Query;
  /** If nothing was found: without what something would be. */
  without: readonly Omission[];
}

/** Terms that may be left out, and how many articles are found then. */
export interface Omission {
  terms: readonly Term[];
  count: number;
}

/** A shorter beginning says too little. */
const SHORTEST_BEGINNING = 2;

/** Finds the articles that match a query. */
export async function find(index: OpenIndex, text: string, options: FindOptions = {}): Promise<Found> {
  const { language } = index;
  const query = parseQuery(text, language);
  const excluded = await Promise.all(query.excluded.map((term) => match(index, term, false)));
  let terms = [...query.terms];
  const isAlone = terms.length + excluded.length === 1;
  let matches = await Promise.all(terms.map((term) => match(index, term, isAlone)));
  const last = terms.at(-1);
  if (options.isTyping && last && matches.at(-1)?.count === 0 && isUnfinished(last, text))
    matches[matches.length - 1] = await matchFinished(index, last);
  let corrections: Correction[] = [];
  if (!options.isExact && countOf(matches, excluded) === 0) {
    const corrected = await correct(index, terms, matches, excluded);
    if (corrected) ({ terms, matches, corrections } = corrected);
  }
  const meant = { ...query, terms, sequence: replaced(query.sequence, corrections) };
  const scores = score(index, meant, matches, excluded);
  const byDate = withoutCopies(index, numbersIn(scores));
  const byRelevance = byDate.slice().sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return {
    byRelevance,
    byDate,
    corrections,
    query: meant,
    without: byDate.length > 0 ? [] : helpfulOmissions(index, terms, matches, excluded),
  };
}

/** All articles, newest first. */
export function everything(index: OpenIndex): Uint32Array {
  const { articles } = index.entry;
  return withoutCopies(
    index,
    Uint32Array.from({ length: articles }, (_, at) => articles - 1 - at),
  );
}

const isUnfinished = ({ isPhrase, words }: Term, text: string) =>
  !isPhrase && words.length === 1 && [...(words[0] ?? '')].length >= SHORTEST_BEGINNING && !/\s$/.test(text);

function replaced(sequence: readonly string[], corrections: readonly Correction[]): string[] {
  const meant = new Map(corrections.map((one) => [one.typed.toLowerCase(), one.meant]));
  return sequence.map((word) => meant.get(word) ?? word);
}

/** The articles with a score, newest first. */
function numbersIn(scores: Float32Array): Uint32Array {
  const numbers: number[] = [];
  for (let article = scores.length - 1; article >= 0; article -= 1) if (scores[article]) numbers.push(article);
  return Uint32Array.from(numbers);
}

/** Of the copies of a story only the newest that is found. @param numbers newest first */
function withoutCopies({ copies }: OpenIndex, numbers: Uint32Array): Uint32Array {
  const shown = new Set<number>();
  return numbers.filter((number) => {
    const story = copies.get(number) ?? number;
    const isFirst = !shown.has(story);
    shown.add(story);
    return isFirst;
  });
}

/** The terms without each of which something would be found, those that leave most first; if one is not enough, the fewest. */
function helpfulOmissions(
  { entry: { articles } }: OpenIndex,
  terms: readonly Term[],
  matches: readonly Match[],
  excluded: readonly Match[],
): Omission[] {
  const without = (places: readonly number[]): Omission => ({
    terms: terms.filter((_, at) => places.includes(at)),
    count: countOf(
      matches.filter((_, at) => !places.includes(at)),
      excluded,
    ),
  });
  const ofOne = [...terms.keys()].map((at) => without([at])).filter(({ count }) => count > 0);
  if (ofOne.length > 0) return ofOne.sort((a, b) => b.count - a.count);
  const few = fewestMissing(articles, matches, excluded);
  return few.length < terms.length ? [without(few)] : [];
}

/** The places of the terms that are not in the article that has most of them, the rarer for more. */
function fewestMissing(articles: number, matches: readonly Match[], excluded: readonly Match[]): number[] {
  const weights = weightsOf(matches, articles);
  let [best, most] = [-1, 0];
  for (let article = 0; article < articles; article += 1) {
    if (!isFound([], excluded, article)) continue;
    const sum = matches.reduce((all, { worth }, at) => all + (worth[article] ? (weights[at] ?? 0) : 0), 0);
    if (sum > most) [best, most] = [article, sum];
  }
  return [...matches.keys()].filter((at) => !matches[at]?.worth[best]);
}
