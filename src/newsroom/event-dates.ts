import { monthAfter } from '#src/events/calendar-day.ts';
import { comingOccurrences, hasLastDate, occurrences, type Occurrence } from '#src/events/occurrences.ts';
import { HORIZON } from '#src/events/series-days.ts';
import { clockAt } from '#src/schemas/zone-time.ts';
import { whenWords, zoneWords } from '#src/i18n/event-words.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { Event } from './newsroom.ts';

/** One date of an event of the newsroom. */
export interface EventDate {
  event: Event;
  occurrence: Occurrence;
}

/** In the order of their starts: what is on all day begins at midnight. Of those that start together, by id. */
export function byStart(a: EventDate, b: EventDate): number {
  return a.occurrence.start.getTime() - b.occurrence.start.getTime() || compareText(a.event.id, b.event.id);
}

/** The dates of events that touch a range of time, in order. */
export function datesBetween(events: readonly Event[], from: Date, to: Date): EventDate[] {
  return events
    .flatMap((event) => occurrences(event, from, to).map((occurrence) => ({ event, occurrence })))
    .sort(byStart);
}

/** The next date of each event that is not over, in order. */
export function nextDates(events: readonly Event[], now: Date): EventDate[] {
  return events
    .flatMap((event) => comingOccurrences(event, now, 1).map((occurrence) => ({ event, occurrence })))
    .sort(byStart);
}

/** The first date from an instant on that is not cancelled. */
export function firstDate(event: Event, from: Date): Occurrence | undefined {
  return comingOccurrences(event, from, MOST_CANCELLED + 1).find(({ isCancelled }) => !isCancelled);
}

/** Dates of a series that may be cancelled in a row; of more, its next one is unknown. */
const MOST_CANCELLED = 11;

/** A date with its clocks. */
export function timesOf({ zone }: Event, date: Occurrence) {
  return { ...date, startClock: clockAt(zone, date.start).slice(11), endClock: clockAt(zone, date.end).slice(11) };
}

/** When a date is: “Saturday, 5 December 2026, 20:00–22:30 (Mexico City time)”. */
export function dateWords(locale: Locale, event: Event, date: Occurrence): string {
  const zone = event.zone === SITE_ZONE || date.isAllDay ? '' : ` (${zoneWords(locale, event.zone)})`;
  return `${whenWords(locale, timesOf(event, date))}${zone}`;
}

/** Whether no date of an event is to come. */
export function isOver(event: Event, now: Date): boolean {
  return comingOccurrences(event, now, 1).length === 0;
}

/** When the last date of an event ends; undefined if there is always another. */
export function lastEnd(event: Event): Date | undefined {
  if (!hasLastDate(event)) return undefined;
  const until = event.repeats?.until;
  const near =
    until === undefined ? [] : occurrences(event, new Date(Date.parse(until) - NEAR_END_MS), new Date(HORIZON));
  return (near.at(-1) ?? occurrences(event, new Date(0), new Date(HORIZON)).at(-1))?.end;
}

/** Most series have a date within two years of their end. */
const NEAR_END_MS = 2 * 366 * 86_400_000;

/** How far ahead months have a page. */
const MONTHS_AHEAD = 12;

/** The month of an instant on the paper's clock: `2026/11`. */
export const monthOf = (instant: Date): string => clockAt(SITE_ZONE, instant).slice(0, 7).replace('-', '/');

/**
 * The dates of each month that has a page, from the first date of any event to a year ahead, in order of the months. A date that goes on
 * into another month is in both. A month in between in which nothing is has no page.
 */
export function datesByMonth(events: readonly Event[], now: Date): ReadonlyMap<string, readonly EventDate[]> {
  const end = `${monthAfter(monthOf(now).replace('/', '-'), MONTHS_AHEAD + 1)}-01`;
  const months = new Map<string, EventDate[]>();
  for (const date of datesBetween(events, new Date(0), new Date(`${end}T12:00:00Z`))) {
    const { firstDay, lastDay } = date.occurrence;
    const last = lastDay.slice(0, 7);
    for (let month = firstDay.slice(0, 7); month <= last && `${month}-01` < end; month = monthAfter(month)) {
      const key = month.replace('-', '/');
      const dates = months.get(key);
      if (dates) dates.push(date);
      else months.set(key, [date]);
    }
  }
  return new Map([...months].sort(([a], [b]) => compareText(a, b)));
}
