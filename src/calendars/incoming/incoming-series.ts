import { dayAfter } from '#src/events/calendar-day.ts';
import { lastDayOfRule } from '#src/events/rrule.ts';
import { HORIZON, seriesDays } from '#src/events/series-days.ts';
import { clockAt } from '#src/schemas/zone-time.ts';
import type { Repeats } from '#src/schemas/repeats.ts';
import { onClock, readTimes, type IncomingTime } from './incoming-time.ts';
import type { Note } from './note.ts';
import { lineOf, propertiesOf, propertyOf, textOf, wordOf, type Component } from './read-components.ts';
import { lastDayLookedAt, readRule, ruleDays, type IncomingRule } from './rule-days.ts';
import { ruleWords } from './series-words.ts';

/** What an event's file says of its series; undefined fields are left out. */
export type SeriesFields = Partial<Pick<Repeats, 'interval' | 'on' | 'day' | 'until' | 'count' | 'except' | 'also'>> &
  Pick<Repeats, 'every'> & {
    moved?: { from: string; start: string }[];
    cancelled?: { date: string; reason?: string }[];
  };

/** The times of an event on its own clock, and a way to read others. */
export interface EventClock {
  zone: string;
  /** The first start: `2026-12-05T20:00`, or a day. */
  start: string;
  /** The zone in which the calendar counts the days of its rule. */
  ruleZone: string;
  /** A time of the calendar on the event's clock. */
  read: (time: IncomingTime) => string;
  now: Date;
}

/** A series: its first start and its rule. */
export interface IncomingSeries {
  start: string;
  repeats: SeriesFields;
}

/** The most dates that a file may list. */
const MOST_LISTED = 200;

/** So many dates of a rule say what it is: more than a year of days. */
const MOST_COMPARED = 450;

/** Dates that no one plans for are not listed, nor those of earlier years. */
const YEARS_AHEAD = 1;

/** What repeats an event; undefined if nothing does. */
export function incomingSeries(event: Component, clock: EventClock, notes: Note[]): IncomingSeries | undefined {
  const rules = propertiesOf(event, 'RRULE');
  const added = timesOf(event, 'RDATE', clock);
  const read = rules.flatMap((property) => {
    const rule = readRule(property.value, ruleClock(clock));
    if (!rule) notes.push({ line: property.line, key: 'rule-unread', values: { rule: property.value } });
    return rule ? [rule] : [];
  });
  if (read.length === 0 && added.length === 0) return undefined;
  const line = rules[0]?.line ?? lineOf(event, 'RDATE');
  const inWords = read.length === 1 && read[0] ? wordsOf(read[0], clock, line, notes) : undefined;
  const series = inWords ? withAdded(inWords, added) : listed(read, added, clock, line, notes);
  return series && withoutExcepted(series, event, clock, notes);
}

/** The time of the start where the calendar counts. */
const ruleClock = ({ start, zone, ruleZone }: EventClock) => onClock(ruleZone, start, zone).slice(10);

/** The end of a rule as the last day on which a date may begin. */
const endOf = ({ until }: IncomingRule, { start, zone }: EventClock) => lastDayOfRule(until, start, zone);

/** The days of a rule, as starts on the event's clock. */
function startsOf(rule: IncomingRule, { start, zone, ruleZone }: EventClock, until: string | undefined, most: number) {
  if (start.length === 10 || ruleZone === zone) {
    return ruleDays(rule, start.slice(0, 10), until, most).map((day) => `${day}${start.slice(10)}`);
  }
  // The calendar counts on another clock, on which the day may be another.
  const own = onClock(ruleZone, start, zone);
  const days = ruleDays(rule, own.slice(0, 10), until === undefined ? undefined : dayAfter(until), most);
  return days
    .map((day) => onClock(zone, `${day}${own.slice(10)}`, ruleZone))
    .filter((time) => until === undefined || time.slice(0, 10) <= until);
}

/** A rule in the words of an event's file; undefined if there are none for it. */
function wordsOf(rule: IncomingRule, clock: EventClock, line: number, notes: Note[]): IncomingSeries | undefined {
  const { start } = clock;
  const until = endOf(rule, clock);
  const starts = startsOf(rule, clock, until, MOST_COMPARED);
  const [first] = starts;
  if (first === undefined || starts.some((time) => time.slice(10) !== start.slice(10))) return undefined;
  const days = starts.map((time) => time.slice(0, 10));
  const isCut = days.length === Math.min(MOST_COMPARED, rule.count ?? MOST_COMPARED);
  const last = lastDayLookedAt(start.slice(0, 10), until);
  // On another clock, the last day looked at may be the one before.
  const lookedTo = isCut ? (days.at(-1) ?? '') : last === until ? last : dayAfter(last, -1);
  const compared = days.filter((day) => day <= lookedTo);
  const words = ruleWords(compared, rule, { until, count: rule.count, lookedTo });
  if (!words) return undefined;
  const { count } = rule;
  const long = count !== undefined && words.count === undefined && until === undefined;
  const end = long
    ? seriesDays(first.slice(0, 10), { ...words, count }, first.slice(0, 10), HORIZON).at(-1)
    : undefined;
  const { interval, on, day } = words;
  const repeats: SeriesFields = {
    every: words.every,
    ...(interval > 1 && { interval }),
    ...(on.length > 0 && { on }),
    ...(day !== undefined && { day }),
    ...(words.until !== undefined && { until: words.until }),
    ...(words.count !== undefined && { count: words.count }),
    // A series of hundreds of years has no end that anyone would see.
    ...(end !== undefined && end < LATEST && { until: end }),
  };
  // Calendars show the start though its rule does not give it; a file names it as one more date.
  if (first === start) return { start, repeats };
  notes.push({ line, key: 'start-off-rule', values: { start, first } });
  return { start: first, repeats: { ...repeats, also: [start] } };
}

/** No end of a series is later. */
const LATEST = '2100-01-01';

function withAdded(series: IncomingSeries, added: readonly string[]): IncomingSeries {
  const { start, repeats } = series;
  const own = (time: string) => time.slice(10) === start.slice(10) && isOwnDay(series, time.slice(0, 10));
  const also = [...new Set([...(repeats.also ?? []), ...added.filter((time) => !own(time))])].slice(0, MOST_LISTED);
  return { start, repeats: { ...repeats, ...(also.length > 0 && { also }) } };
}

/** A series that has no rule in a file's words: its dates, one by one, from this year on. */
function listed(
  rules: readonly IncomingRule[],
  added: readonly string[],
  clock: EventClock,
  line: number,
  notes: Note[],
): IncomingSeries | undefined {
  // Whole years, so that the next import finds the same dates, unless a year has passed.
  const year = Number(clockAt(clock.zone, clock.now).slice(0, 4));
  const from = `${year}-01-01`;
  const to = `${Math.max(year, Number(clock.start.slice(0, 4))) + YEARS_AHEAD}-12-31`;
  const ruled = rules.flatMap((rule) => {
    const until = endOf(rule, clock);
    return startsOf(rule, clock, until === undefined || until > to ? to : until, MOST_DATES);
  });
  const all = [...new Set([clock.start, ...ruled, ...added])].sort();
  const coming = all.filter((time) => time.slice(0, 10) >= from);
  const kept = (coming.length > 0 ? coming : all.slice(-MOST_LISTED)).slice(0, MOST_LISTED + 1);
  const [start, ...also] = kept;
  if (start === undefined) return undefined;
  if (rules.length > 0)
    notes.push({ line, key: 'rule-listed', values: { count: kept.length, last: kept.at(-1)?.slice(0, 10) ?? start } });
  return { start, repeats: { every: 'day', count: 1, ...(also.length > 0 && { also }) } };
}

/** The most dates of a rule that are looked through. */
const MOST_DATES = 5_000;

function timesOf(event: Component, name: string, { read, start }: EventClock): string[] {
  return propertiesOf(event, name)
    .flatMap(readTimes)
    .map(read)
    .map((time) => (start.length === 10 ? time.slice(0, 10) : time.length === 10 ? `${time}${start.slice(10)}` : time));
}

/** A series without the dates that the calendar takes out of it (EXDATE, EXRULE). */
function withoutExcepted(
  series: IncomingSeries,
  event: Component,
  clock: EventClock,
  notes: Note[],
): IncomingSeries | undefined {
  const rules = propertiesOf(event, 'EXRULE').flatMap(({ value }) => readRule(value, ruleClock(clock)) ?? []);
  const days = new Set([
    ...timesOf(event, 'EXDATE', clock).map((time) => time.slice(0, 10)),
    ...rules.flatMap((rule) => startsOf(rule, clock, endOf(rule, clock), MOST_DATES).map((time) => time.slice(0, 10))),
  ]);
  if (days.size === 0) return series;
  const also = (series.repeats.also ?? []).filter((time) => !days.has(time.slice(0, 10)));
  const { also: _, ...repeats } = series.repeats;
  const withAlso = { ...repeats, ...(also.length > 0 && { also }) };
  if (series.repeats.count === 1 && series.repeats.every === 'day') {
    if (!days.has(series.start.slice(0, 10))) return { start: series.start, repeats: withAlso };
    const [start, ...others] = also;
    if (start === undefined)
      return { start: series.start, repeats: { ...repeats, except: [series.start.slice(0, 10)] } };
    return { start, repeats: { ...repeats, ...(others.length > 0 && { also: others }) } };
  }
  const except = [...days].filter((day) => isOwnDay(series, day)).sort();
  if (except.length > MOST_LISTED) {
    const line = lineOf(event, 'EXDATE');
    notes.push({ line, key: 'too-many-exceptions', values: { count: except.length - MOST_LISTED } });
  }
  return {
    start: series.start,
    repeats: { ...withAlso, ...(except.length > 0 && { except: except.slice(-MOST_LISTED) }) },
  };
}

/** Whether a day is one that a series' rule gives. */
export function isOwnDay({ start, repeats }: IncomingSeries, day: string): boolean {
  const { every, interval = 1, on = [], day: monthDay, until, count } = repeats;
  return seriesDays(start.slice(0, 10), { every, interval, on, day: monthDay, until, count }, day, day).length > 0;
}

/**
 * A series with the single dates that its calendar has moved or cancelled: components of the same UID with a RECURRENCE-ID.
 * What else is said of one date alone, a file has no place for; the report names it.
 */
export function withChangedDates(
  series: IncomingSeries,
  main: Component,
  overrides: readonly Component[],
  clock: EventClock,
  notes: Note[],
): IncomingSeries {
  const moved = new Map<string, string>();
  const cancelled = new Set<string>();
  for (const override of overrides) {
    const id = propertyOf(override, 'RECURRENCE-ID');
    const [idTime] = id ? readTimes(id) : [];
    if (!id || !idTime) continue;
    const date = clock.read(idTime).slice(0, 10);
    const isKnown = isOwnDay(series, date) || series.repeats.also?.some((time) => time.startsWith(date)) === true;
    if (!isKnown || series.repeats.except?.includes(date)) {
      notes.push({ line: override.line, key: 'no-such-date', values: { date } });
      continue;
    }
    if (id.parameters.get('RANGE')) notes.push({ line: id.line, key: 'and-later', values: { date } });
    if (wordOf(override, 'STATUS') === 'CANCELLED') {
      cancelled.add(date);
      continue;
    }
    const startProperty = propertyOf(override, 'DTSTART');
    const [startTime] = startProperty ? readTimes(startProperty) : [];
    const at = startTime && clock.read(startTime);
    const own = `${date}${series.start.slice(10)}`;
    if (at !== undefined && at.slice(0, own.length) !== own) moved.set(date, at.slice(0, own.length));
    const other = SAID_OF_ALL.filter(
      (name) => propertyOf(override, name) && textOf(propertyOf(override, name)) !== textOf(propertyOf(main, name)),
    );
    if (other.length > 0)
      notes.push({ line: override.line, key: 'date-differs', values: { date, fields: other.join(', ') } });
  }
  return {
    start: series.start,
    repeats: {
      ...series.repeats,
      ...(moved.size > 0 && { moved: [...moved].sort().map(([from, start]) => ({ from, start })) }),
      ...(cancelled.size > 0 && { cancelled: [...cancelled].sort().map((date) => ({ date })) }),
    },
  };
}

/** What a file says once for all dates of a series. */
const SAID_OF_ALL = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'URL'];
