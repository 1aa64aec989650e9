import { isOrdinalDay, ORDINALS, WEEKDAYS, type Ordinal, type Repeats, type Weekday } from '#src/schemas/repeats.ts';
import { dayNumber, dayOfMonth, daysInMonth, dayText, weekdayOf } from './calendar-day.ts';

/** No series is followed beyond this day: rules may never end, and some never happen. */
export const HORIZON = '2200-01-01';

/** The days that a rule gives, and nothing that is excepted, added or moved. */
type Rule = Pick<Repeats, 'every' | 'interval' | 'on' | 'day' | 'until' | 'count'>;

/**
 * The days of a rule within a range of days, both included, in order. A month that lacks the day, and a year without 29 February, has
 * none (RFC 5545, section 3.3.10).
 * @param start the first day of the series: a rule gives nothing before it
 */
export function seriesDays(start: string, rule: Rule, from: string, to: string): string[] {
  const first = dayNumber(start);
  const last = Math.min(dayNumber(to), dayNumber(rule.until ?? HORIZON), dayNumber(HORIZON));
  const wanted = dayNumber(from);
  const days: string[] = [];
  // A count is of all days from the beginning; otherwise the periods before the range need not be looked at.
  let counted = 0;
  for (let period = rule.count === undefined ? periodBefore(first, rule, wanted) : 0; ; period += 1) {
    const { begins, found } = daysOfPeriod(start, first, rule, period);
    if (begins > last) return days;
    for (const day of found) {
      if (day < first) continue;
      if (day > last) return days;
      if (rule.count !== undefined && (counted += 1) > rule.count) return days;
      if (day >= wanted) days.push(dayText(day));
    }
  }
}

/** The longest that a period of each kind can be, in days. */
const LONGEST = { day: 1, week: 7, month: 31, year: 366 };

/** A period that is certainly not after a day. */
function periodBefore(first: number, { every, interval }: Rule, day: number): number {
  return Math.max(0, Math.floor((day - first) / (LONGEST[every] * interval)) - 1);
}

/** The days that a rule gives in one period, ascending, and the day on which the period begins. */
function daysOfPeriod(
  start: string,
  first: number,
  { every, interval, on, day }: Rule,
  period: number,
): { begins: number; found: number[] } {
  const step = period * interval;
  if (every === 'day') return { begins: first + step, found: [first + step] };
  if (every === 'week') {
    const monday = first - weekdayOf(first) + step * 7;
    const weekdays = on.length > 0 ? on.map((name) => WEEKDAYS.indexOf(name as Weekday)) : [weekdayOf(first)];
    return { begins: monday, found: weekdays.map((weekday) => monday + weekday).sort((a, b) => a - b) };
  }
  const [year = 0, month = 0, dayInMonth = 0] = start.split('-').map(Number);
  const months = every === 'month' ? year * 12 + month - 1 + step : (year + step) * 12 + month - 1;
  const at = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  const begins = dayOfMonth(at.year, at.month, 1) ?? 0;
  if (on.length > 0) {
    const found = on.flatMap((name) => (isOrdinalDay(name) ? (ordinalDay(at, name) ?? []) : []));
    return { begins, found: [...new Set(found)].sort((a, b) => a - b) };
  }
  const wanted = day ?? dayInMonth;
  const number = wanted < 0 ? daysInMonth(at.year, at.month) + 1 + wanted : wanted;
  const found = number < 1 ? undefined : dayOfMonth(at.year, at.month, number);
  return { begins, found: found === undefined ? [] : [found] };
}

/** `last friday` of a month. */
function ordinalDay({ year, month }: { year: number; month: number }, name: string): number | undefined {
  const [ordinal = '', weekday = ''] = name.split(' ');
  const wanted = WEEKDAYS.indexOf(weekday as Weekday);
  const nth = ORDINALS.indexOf(ordinal as Ordinal);
  if (ordinal === 'last') {
    const last = dayOfMonth(year, month, daysInMonth(year, month)) ?? 0;
    return last - ((weekdayOf(last) - wanted + 7) % 7);
  }
  const first = dayOfMonth(year, month, 1) ?? 0;
  return first + ((wanted - weekdayOf(first) + 7) % 7) + nth * 7;
}
