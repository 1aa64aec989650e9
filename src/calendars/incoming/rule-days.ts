import { dayAfter, dayNumber, daysInMonth, dayText, weekdayOf } from '#src/events/calendar-day.ts';

/** A rule of repetition as calendars have it (RFC 5545, section 3.3.10), as far as it is about days. */
export interface IncomingRule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count?: number;
  /** As it is written. */
  until?: string;
  months: readonly number[];
  monthDays: readonly number[];
  yearDays: readonly number[];
  weeks: readonly number[];
  /** `nth` is 0 for each such weekday; weekdays count from 0, Monday. */
  weekdays: readonly { weekday: number; nth: number }[];
  positions: readonly number[];
  /** The weekday on which weeks begin. */
  weekStart: number;
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const KNOWN = 'FREQ INTERVAL COUNT UNTIL BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYSETPOS WKST'.split(' ');

/**
 * A rule, read; undefined if it is none, or is about hours and minutes.
 * @param clock the time of the start, `T20:00`: a rule may say it again
 */
export function readRule(value: string, clock = ''): IncomingRule | undefined {
  const parts = new Map(
    value
      .toUpperCase()
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => part.trim().split('=', 2) as [string, string | undefined]),
  );
  for (const [name, own] of Object.entries({ BYHOUR: clock.slice(1, 3), BYMINUTE: clock.slice(4), BYSECOND: '0' }))
    if (own !== '' && parts.has(name) && Number(parts.get(name)) === Number(own)) parts.delete(name);
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.get('COUNT');
  const numbers = (name: string, most: number) =>
    (parts.get(name)?.split(',') ?? []).map((text) => {
      const number = Number(text);
      return /^[+-]?\d{1,3}$/.test(text) && number !== 0 && Math.abs(number) <= most ? number : Number.NaN;
    });
  const weekdays = (parts.get('BYDAY')?.split(',') ?? []).map((text) => {
    const [, nth = '', code = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(text.trim()) ?? [];
    return { weekday: CODES.indexOf(code), nth: Number(nth) };
  });
  const rule = {
    months: numbers('BYMONTH', 12),
    monthDays: numbers('BYMONTHDAY', 31),
    yearDays: numbers('BYYEARDAY', 366),
    weeks: numbers('BYWEEKNO', 53),
    positions: numbers('BYSETPOS', 366),
  };
  const isWrong =
    !frequency ||
    [...parts.keys()].some((name) => !KNOWN.includes(name)) ||
    !Number.isSafeInteger(interval) ||
    interval < 1 ||
    (count !== undefined && !/^[1-9]\d{0,8}$/.test(count)) ||
    Object.values(rule).some((list) => list.some(Number.isNaN)) ||
    weekdays.some(({ weekday, nth }) => weekday < 0 || Number.isNaN(nth));
  if (isWrong) return undefined;
  const until = parts.get('UNTIL');
  return {
    ...rule,
    frequency,
    interval,
    weekdays,
    ...(count !== undefined && { count: Number(count) }),
    ...(until !== undefined && { until }),
    weekStart: Math.max(0, CODES.indexOf(parts.get('WKST') ?? 'MO')),
  };
}

/** A rule without an end is followed no further, since some never happen: after 28 years, days and weekdays are the same again. */
const DAYS_LOOKED_AT = 28 * 366;

/** Nor is any other further than this. */
const MOST_DAYS = 100 * 366;

/** The last day that is looked at. @param until that on which the rule ends */
export function lastDayLookedAt(start: string, until: string | undefined): string {
  const furthest = dayAfter(start, until === undefined ? DAYS_LOOKED_AT : MOST_DAYS);
  return until === undefined || until > furthest ? furthest : until;
}

/**
 * The first days of a rule, in order. It looks at one day after the other, so that no rule can keep it: ical.js looks for
 * 30 February for ever.
 * @param start the first day of the series
 * @param until the last day on which a date may be
 */
export function ruleDays(rule: IncomingRule, start: string, until: string | undefined, most: number): string[] {
  const first = dayNumber(start);
  const last = dayNumber(lastDayLookedAt(start, until));
  const wanted = Math.min(most, rule.count ?? most);
  const days: string[] = [];
  let group: number[] = [];
  let period: number | undefined;
  const take = () => {
    const size = group.length;
    const picked =
      rule.positions.length === 0
        ? group
        : group.filter((_, index) => rule.positions.includes(index + 1) || rule.positions.includes(index - size));
    for (const number of picked)
      if (number >= first && number <= last && days.length < wanted) days.push(dayText(number));
    group = [];
  };
  const anchor = partsOf(first);
  // Positions count within a whole period: it may begin before the series and end after it.
  const reach = rule.positions.length === 0 ? 0 : 366;
  for (let number = first - reach; number <= last + reach; number += 1) {
    const day = partsOf(number);
    const at = periodOf(rule, first, anchor, number, day);
    if (at !== period) {
      take();
      if (days.length >= wanted) return days;
      period = at;
    }
    if (at >= 0 && at % rule.interval === 0 && isInRule(rule, anchor, first, number, day)) group.push(number);
  }
  take();
  return days;
}

interface DayParts {
  year: number;
  month: number;
  day: number;
}

function partsOf(number: number): DayParts {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** In which period of the rule a day is, counted from that of the start. */
function periodOf(
  { frequency, weekStart }: IncomingRule,
  first: number,
  start: DayParts,
  number: number,
  day: DayParts,
) {
  if (frequency === 'DAILY') return number - first;
  if (frequency === 'WEEKLY') return (weekBegin(number, weekStart) - weekBegin(first, weekStart)) / 7;
  if (frequency === 'MONTHLY') return (day.year - start.year) * 12 + day.month - start.month;
  return day.year - start.year;
}

const weekBegin = (number: number, weekStart: number) => number - ((weekdayOf(number) - weekStart + 7) % 7);

const isIn = (list: readonly number[], value: number, length: number) =>
  list.length === 0 || list.includes(value) || list.includes(value - length - 1);

/** Whether a day is one of the rule's, apart from its period. What the rule leaves open, the start says. */
function isInRule(rule: IncomingRule, start: DayParts, first: number, number: number, day: DayParts): boolean {
  const { frequency, months, monthDays, yearDays, weeks, weekdays } = rule;
  const length = daysInMonth(day.year, day.month);
  const isYearly = frequency === 'YEARLY';
  if (months.length > 0 && !months.includes(day.month)) return false;
  if (!isIn(monthDays, day.day, length)) return false;
  const yearFirst = Date.UTC(day.year, 0, 1) / 86_400_000;
  const yearLength = Date.UTC(day.year + 1, 0, 1) / 86_400_000 - yearFirst;
  if (!isIn(yearDays, number - yearFirst + 1, yearLength)) return false;
  if (weeks.length > 0 && isYearly && !isInWeek(weeks, rule.weekStart, number, day.year)) return false;
  if (weekdays.length > 0) {
    const isByMonth = frequency === 'MONTHLY' || (isYearly && months.length > 0);
    const [index, size] = isByMonth ? [day.day - 1, length] : [number - yearFirst, yearLength];
    const isCounted = (isByMonth || isYearly) && weeks.length === 0;
    return weekdays.some(
      ({ weekday, nth }) =>
        weekday === weekdayOf(number) &&
        (nth === 0 ||
          !isCounted ||
          nth === Math.floor(index / 7) + 1 ||
          nth === -Math.floor((size - 1 - index) / 7) - 1),
    );
  }
  if (frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY' || (isYearly && weeks.length > 0)) return weekdayOf(number) === weekdayOf(first);
  if (monthDays.length > 0 || yearDays.length > 0) return true;
  return day.day === start.day && (!isYearly || months.length > 0 || day.month === start.month);
}

/** Whether a day is in one of these weeks: week 1 is the first with four days in the year. */
function isInWeek(weeks: readonly number[], weekStart: number, number: number, year: number): boolean {
  const firstWeek = (of: number) => weekBegin(Date.UTC(of, 0, 4) / 86_400_000, weekStart);
  return [year - 1, year, year + 1].some((of) => {
    const week = Math.floor((weekBegin(number, weekStart) - firstWeek(of)) / 7) + 1;
    const size = (firstWeek(of + 1) - firstWeek(of)) / 7;
    return week >= 1 && week <= size && isIn(weeks, week, size);
  });
}
