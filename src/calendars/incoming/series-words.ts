import { dayNumber, daysInMonth, weekdayOf } from '#src/events/calendar-day.ts';
import { seriesDays } from '#src/events/series-days.ts';
import { ORDINALS, WEEKDAYS, type RepeatDay, type Repeats } from '#src/schemas/repeats.ts';
import type { IncomingRule } from './rule-days.ts';

/** The part of an event's `repeats` that is a rule. */
export type RuleWords = Pick<Repeats, 'every' | 'interval' | 'on' | 'day' | 'until' | 'count'>;

/** The highest numbers that an event's file may have. */
const MOST = { interval: 99, count: 999 };

/**
 * A rule in the words of an event's file; undefined if those have none for it. It is known by its days: words that give the same days
 * say the same, however a calendar says it (`BYSETPOS`, `BYMONTHDAY=1,2,3,4,5,6,7`).
 * @param days the rule's first days on the event's own clock, of an ending rule with the last
 * @param until the last day of a rule that ends on one
 * @param count of a rule that ends after so many dates
 * @param lookedTo the last day that was looked at for more days
 */
export function ruleWords(
  days: readonly string[],
  { frequency, interval }: Pick<IncomingRule, 'frequency' | 'interval'>,
  { until, count, lookedTo }: { until: string | undefined; count: number | undefined; lookedTo: string },
): RuleWords | undefined {
  const [start = ''] = days;
  const end = count !== undefined && count <= MOST.count ? { count } : until === undefined ? {} : { until };
  const months = interval * (frequency === 'YEARLY' ? 12 : 1);
  // So many show what they have in common; whether the others have it too, is looked at below.
  const some = days.slice(0, SOME);
  const weekdays = weekdaysOf(some);
  const ordinals = ordinalsOf(some);
  const candidates: Omit<RuleWords, 'until' | 'count'>[] = [
    { every: 'day', interval, on: [] },
    ...[interval, 1].map((weeks) => ({ every: 'week' as const, interval: weeks, on: weekdays })),
    { every: 'year', interval, on: [] },
    { every: 'year', interval, on: ordinals },
    ...[months, 1, 12, 2, 3, 6].flatMap((each) => [
      { every: 'month' as const, interval: each, on: [] },
      { every: 'month' as const, interval: each, on: [], day: -1 },
      { every: 'month' as const, interval: each, on: ordinals },
    ]),
  ];
  const found = candidates.find((words) => {
    if (words.interval > MOST.interval || words.on.length > WEEKDAYS.length) return false;
    // Most candidates differ soon.
    return givesTheSame(words, days.slice(0, FEW), days[FEW - 1] ?? lookedTo) && givesTheSame(words, days, lookedTo);
  });
  return found && { ...plainest(found, start), ...end };
}

/** More than a year of a month's rule. */
const SOME = 60;

/** So many days refute nearly every wrong candidate. */
const FEW = 5;

function givesTheSame(words: Omit<RuleWords, 'until' | 'count'>, days: readonly string[], to: string): boolean {
  const [start = ''] = days;
  const given = seriesDays(start, words, start, to);
  return given.length === days.length && given.every((day, index) => day === days[index]);
}

/** Without what the start says anyway. */
function plainest(words: Omit<RuleWords, 'until' | 'count'>, start: string): typeof words {
  const isOwnDay =
    words.every === 'week' && words.on.length === 1 && words.on[0] === WEEKDAYS[weekdayOf(dayNumber(start))];
  return isOwnDay ? { ...words, on: [] } : words;
}

/** The weekdays of some days, from Monday. */
function weekdaysOf(days: readonly string[]): RepeatDay[] {
  const found = new Set(days.map((day) => weekdayOf(dayNumber(day))));
  return WEEKDAYS.filter((_, index) => found.has(index));
}

/** The same as counted in their months. Of the last ones, which may be the fourth too, what all have in common. */
function ordinalsOf(days: readonly string[]): RepeatDay[] {
  const names = days.map((day) => {
    const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
    const weekday = WEEKDAYS[weekdayOf(dayNumber(day))] ?? 'monday';
    const isLast = number + 7 > daysInMonth(year, month);
    const ordinal = ORDINALS.slice(0, 4)[Math.ceil(number / 7) - 1];
    return [...(ordinal ? [`${ordinal} ${weekday}` as const] : []), ...(isLast ? [`last ${weekday}` as const] : [])];
  });
  const counts = Map.groupBy(names.flat(), (name) => name);
  const firsts = new Set<RepeatDay>();
  // Of the names that a day has, the one that more days have.
  for (const own of names) {
    const [best] = own.toSorted((a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0));
    if (best) firsts.add(best);
  }
  return [...firsts];
}
