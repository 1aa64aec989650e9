import { countOf, matchWord, type Match } from './match.ts';
import type { OpenIndex } from './open-index.ts';
import type { Term } from './parse-query.ts';
import { meantWords } from './slips.ts';

/** A word that was read as another. */
export interface Correction {
  typed: string;
  meant: string;
}

/** How many words a mistyped one may mean. */
const MEANT = 4;

/** A query, read as it was meant. */
export interface Corrected {
  terms: Term[];
  matches: Match[];
  corrections: Correction[];
}

/**
 * Reads words with a slip as the words that were meant: first those that no story has; if every word is known but no story has
 * all of them, the rarest one for which that helps.
 * @returns undefined if that finds nothing
 */
export async function correct(
  index: OpenIndex,
  terms: readonly Term[],
  matches: readonly Match[],
  excluded: readonly Match[],
): Promise<Corrected | undefined> {
  const unknown = [...matches.keys()].filter((at) => matches[at]?.count === 0);
  const rarestFirst = [...matches.keys()].sort((a, b) => (matches[a]?.count ?? 0) - (matches[b]?.count ?? 0));
  const attempts = unknown.length > 0 ? [unknown] : rarestFirst.map((at) => [at]);
  for (const places of attempts) {
    let corrected: Corrected = { terms: [...terms], matches: [...matches], corrections: [] };
    for (const place of places) {
      const next = await correctOne(index, corrected, place, excluded);
      if (!next) break;
      corrected = next;
    }
    if (corrected.corrections.length === places.length && countOf(corrected.matches, excluded) > 0) return corrected;
  }
  return undefined;
}

async function correctOne(
  index: OpenIndex,
  { terms, matches, corrections }: Corrected,
  place: number,
  excluded: readonly Match[],
): Promise<Corrected | undefined> {
  const term = terms[place];
  const [typed] = term?.words ?? [];
  if (!term || typed === undefined || term.words.length > 1 || term.isPhrase) return undefined;
  const meant = meantWords(await index.lexicon(), typed).slice(0, MEANT);
  const candidates = await Promise.all(
    meant.map(async (form) => ({ form, matched: await matchWord(index, form, false) })),
  );
  const others = matches.filter(({ count }, at) => at !== place && count > 0);
  const best = candidates.find(({ matched }) => countOf([...others, matched], excluded) > 0);
  if (!best) return undefined;
  return {
    terms: terms.with(place, { text: best.form, words: [best.form], isPhrase: false }),
    matches: matches.with(place, best.matched),
    corrections: [...corrections, { typed: term.text, meant: best.form }],
  };
}
