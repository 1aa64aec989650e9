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
  for (const meant of sourcesOf(index, typed, others.length > 0)) {
    const candidates = await Promise.all(
      (await meant()).map(async ({ form, closeness }) => ({
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
 * Where words may come from that a mistyped one means, each asked only if the one before it had none that is right: if other words
 * tell which is right, those beside it in the index, which are loaded; those with the same beginning; and with the same ending.
 */
function sourcesOf(index: OpenIndex, typed: string, areOthers: boolean): (() => Promise<readonly MeantWord[]>)[] {
  const likely = (meant: readonly MeantWord[]) => {
    // Without other words the likeliest is right.
    const least = areOthers ? 0 : (meant[0]?.likelihood ?? 0);
    return meant.filter(({ likelihood }) => likelihood >= least).slice(0, MEANT);
  };
  const beside = async () => {
    const forms = await index.formsBeside(stemOf(typed, index.language));
    const words = forms.filter(({ form, count }) => count > 1 && /^[\p{L}\p{M}]+$/u.test(form));
    return likely(
      meantWords(
        words.map(({ form, count }) => ({ form, weight: Math.log2(count) / 2 })),
        typed,
      ),
    );
  };
  const beginning = async () => likely(meantWords(await index.beginningLike(typed), typed));
  const ending = async () => likely(meantWords(await index.endingLike(typed), typed));
  return areOthers ? [beside, beginning, ending] : [beginning, ending];
}
