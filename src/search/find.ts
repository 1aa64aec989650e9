import { correct, type Correction } from './correct.ts';
import { countOf, match, matchFinished, type Match } from './match.ts';
import type { OpenIndex } from './open-index.ts';
import { parseQuery, type Query, type Term } from './parse-query.ts';
import { score } from './score.ts';

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
  /** If nothing was found: the terms without which something would be. */
  without: readonly { term: Term; count: number }[];
}

/** A shorter beginning says too little. */
const SHORTEST_BEGINNING = 2;

/** Finds the articles that match a query. */
export async function find(index: OpenIndex, text: string, options: FindOptions = {}): Promise<Found> {
  const { language } = index;
  const query = parseQuery(text, language);
  const excluded = await Promise.all(query.excluded.map((term) => match(index, term)));
  let terms = [...query.terms];
  let matches = await Promise.all(terms.map((term) => match(index, term)));
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
    without: byDate.length > 0 ? [] : helpfulOmissions(terms, matches, excluded),
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
function withoutCopies({ entry }: OpenIndex, numbers: Uint32Array): Uint32Array {
  const newest = new Map(entry.copies);
  const shown = new Set<number>();
  return numbers.filter((number) => {
    const story = newest.get(number) ?? number;
    const isFirst = !shown.has(story);
    shown.add(story);
    return isFirst;
  });
}

/** The terms without which something would be found, those that leave most first. */
function helpfulOmissions(
  terms: readonly Term[],
  matches: readonly Match[],
  excluded: readonly Match[],
): { term: Term; count: number }[] {
  if (terms.length < 2) return [];
  return terms
    .map((term, at) => ({ term, count: countOf(matches.toSpliced(at, 1), excluded) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
