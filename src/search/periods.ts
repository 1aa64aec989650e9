/** A year or month that a query names, as the beginning of its stories’ dates: `2026` or `2026-11`. */
export type Period = string;

/** Between a month and its year: “noviembre de 2026”, “November of 2026”. */
const LINKS = new Set(['de', 'del', 'of']);

/** Long enough to tell months apart: “nov 2026”. */
const SHORTEST_MONTH = 3;

/**
 * The period that a word of a query names: a year, or a month before its year. A month alone is a word like others, and may be
 * one (may, march).
 * @param words in lower case @param at the word’s place
 */
export function periodOf(words: readonly string[], at: number, language: string): Period | undefined {
  const word = words[at] ?? '';
  if (isYear(word)) return word;
  if (word.length < SHORTEST_MONTH) return undefined;
  const month = monthNames(language).findIndex((name) => name.startsWith(word));
  const next = words[at + 1] ?? '';
  const year = LINKS.has(next) ? (words[at + 2] ?? '') : next;
  return month >= 0 && isYear(year) ? `${year}-${String(month + 1).padStart(2, '0')}` : undefined;
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

const known = new Map<string, readonly string[]>();

function monthNames(language: string): readonly string[] {
  const names = known.get(language) ?? namesIn(language);
  known.set(language, names);
  return names;
}

function namesIn(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)).toLowerCase());
}
