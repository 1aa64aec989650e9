import { countOf, matchWord, type Match } from './match.ts';
import type { OpenIndex } from './open-index.ts';
import type { Term } from './parse-query.ts';
import { meantWords, type MeantWord } from './slips.ts';
import { stemOf } from './stems.ts';

/** A word that was read as another. */
export interface Correction {
  typed: string;
  meant: string;
}

/** How many words a mistyped one may mean. */
const MEANT = 3;

/** A query, read as it was meant. */
export interface Corrected {
  terms: Term[];
  matches: Match[];
  corrections: Correction[];
}

/**
 * A word that more than this share of the stories have (and more than a few) is none that was mistyped, nor is a rarer one unless
 * what is meant is so many times commoner.
 */
const RARE = { share: 1 / 500, few: 3, commoner: 10 } as const;

/**
 * Reads words with a slip as the words that were meant: those that no story has, and if there are none or if that finds nothing, a
 * rare one too.
 * @returns undefined if that finds nothing
 */
export async function correct(
  index: OpenIndex,
  terms: readonly Term[],
  matches: readonly Match[],
  excluded: readonly Match[],
): Promise<Corrected | undefined> {
  const places = [...matches.keys()];
  const countAt = (at: number) => matches[at]?.count ?? 0;
  const unknown = places.filter((at) => countAt(at) === 0);
  // All words are there: what is in the way is not wanted.
  if (unknown.length === 0 && countOf(matches, []) > 0) return undefined;
  const most = Math.max(RARE.few, index.entry.articles * RARE.share);
  const rare = places.filter((at) => countAt(at) > 0 && countAt(at) <= most);
  const attempts = rare.sort((a, b) => countAt(a) - countAt(b)).map((at) => [...unknown, at]);
  if (unknown.length > 0) attempts.unshift(unknown);
  for (const attempt of attempts) {
    let corrected: Corrected = { terms: [...terms], matches: [...matches], corrections: [] };
    for (const [done, place] of attempt.entries()) {
      const next = await correctOne(index, corrected, place, { excluded, pending: attempt.slice(done) });
      if (!next) break;
      corrected = next;
    }
    if (corrected.corrections.length === attempt.length && countOf(corrected.matches, excluded) > 0) return corrected;
  }
  return undefined;
}

/** @param pending the places that are still to be corrected, this one first */
async function correctOne(
  index: OpenIndex,
  { terms, matches, corrections }: Corrected,
  place: number,
  { excluded, pending }: { excluded: readonly Match[]; pending: readonly number[] },
): Promise<Corrected | undefined> {
  const term = terms[place];
  const [typed] = term?.words ?? [];
  if (!term || typed === undefined || term.words.length > 1 || term.isPhrase) return undefined;
  const others = matches.filter((_, at) => !pending.includes(at));
  const least = (matches[place]?.count ?? 0) * RARE.commoner;
  const { words } = await index.lexicon();
  for (const some of inTurn(index, meantWords(words, typed), others.length > 0)) {
    const candidates = await Promise.all(
      some.map(async ({ form, closeness }) => ({
        form,
        closeness,
        matched: await matchWord(index, form, false),
      })),
    );
    const [best] = candidates
      .map((one) => ({ ...one, together: countOf([...others, one.matched], excluded) }))
      .filter(({ together, matched }) => together > 0 && matched.count >= least)
      .sort((a, b) => Math.log2(b.together) / 2 + b.closeness - Math.log2(a.together) / 2 - a.closeness);
    if (!best) continue;
    return {
      terms: terms.with(place, { text: best.form, words: [best.form], isPhrase: false }),
      matches: matches.with(place, best.matched),
      corrections: [...corrections, { typed: term.text, meant: best.form }],
    };
  }
  return undefined;
}

/**
 * The words that may be meant, in the order in which they are tried. If others tell whether one is right, the likeliest comes first
 * with all that are in the same file: of words in other files, each would cost a reader a file, and most do not change the answer.
 * Alone, all words that are as likely as the first are compared.
 * @param meant the likeliest first
 */
function inTurn(index: OpenIndex, meant: readonly MeantWord[], areOthers: boolean): (readonly MeantWord[])[] {
  const likeliest = meant.slice(0, MEANT);
  if (!areOthers) return [likeliest.filter(({ likelihood }) => likelihood === meant[0]?.likelihood)];
  const files = new Map<string, MeantWord[]>();
  for (const one of likeliest) {
    const name = index.fileOf(stemOf(one.form, index.language));
    files.set(name, [...(files.get(name) ?? []), one]);
  }
  return [...files.values()];
}
