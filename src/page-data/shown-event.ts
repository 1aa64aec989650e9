/** An event's dates as lists and pages show them. */
import type { Occurrence } from '#src/events/occurrences.ts';
import { EVENT_STATES, beatWords, clockWords, formatDay, repeatWords } from '#src/i18n/event-words.ts';
import { typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { dateWords, timesOf, type EventDate } from '#src/newsroom/event-dates.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import type { EventStatus } from '#src/schemas/event.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { zoned } from '#src/seo/json-ld/event-nodes.ts';
import { eventUrl } from '#src/urls.ts';
import { shownPicture, type ShownPicture } from './card.ts';
import { named } from './names.ts';
import type { ShownDate } from './shown-date.ts';

/** What readers must not miss of an event, or of one of its dates. */
export interface ShownState {
  kind: Exclude<EventStatus, 'scheduled'> | 'moved' | 'on';
  label: string;
}

/** One date of an event in a list. */
export interface ListedDate {
  href: string;
  title: string;
  summary: string;
  /** “20:00–22:30”, with its machine-readable start. */
  clock: ShownDate;
  /** “Tulum · Music”. */
  facts: string;
  /** “every Friday”. */
  repeats: string | undefined;
  state: ShownState | undefined;
  picture: ShownPicture | undefined;
}

/** A day and what is on. */
export interface ListedDay {
  day: ShownDate;
  /** Of the day's part of the page. */
  id: string;
  dates: readonly ListedDate[];
}

const STATE_WORDS: Readonly<Record<ShownState['kind'], MessageKey>> = {
  ...EVENT_STATES,
  moved: 'statusMoved',
  on: 'onNow',
};

/** What became of a date. @param now only for pages that are made anew when something begins or ends */
export function stateOf(locale: Locale, { event, occurrence }: EventDate, now?: Date): ShownState | undefined {
  const kind = occurrence.isCancelled
    ? 'cancelled'
    : event.status !== 'scheduled'
      ? event.status
      : occurrence.isMoved
        ? 'moved'
        : now && occurrence.start <= now
          ? 'on'
          : undefined;
  return kind && { kind, label: translator(locale)(STATE_WORDS[kind]) };
}

/** The start of a date for machines. */
export function isoOf({ zone }: Event, { isAllDay, firstDay, start }: Occurrence): string {
  return isAllDay ? firstDay : zoned(zone, start);
}

/** When a date is: “Saturday, 5 December 2026, 20:00–22:30 (Mexico City time)”. */
export function shownWhen(locale: Locale, event: Event, date: Occurrence): ShownDate {
  return { iso: isoOf(event, date), text: dateWords(locale, event, date) };
}

export function shownRepeats(locale: Locale, { repeats, start }: Event): string | undefined {
  return repeats && repeatWords(locale, repeats, start.slice(0, 10));
}

/** A date as a list shows it. */
export function listedDate(edition: Edition, date: EventDate, now?: Date): ListedDate {
  const { locale } = edition;
  const { event, occurrence } = date;
  const place = named(edition.place, event.place, event);
  const kinds = event.kinds.map((id) => named(edition.events.kind, id, event).title[locale]);
  return {
    href: eventUrl(event),
    title: typeset(event.title),
    summary: typeset(event.description),
    clock: { iso: isoOf(event, occurrence), text: clockWords(locale, timesOf(event, occurrence)) },
    facts: typeset([event.venue?.name, place.name[locale], kinds[0]].filter(Boolean).join(' · ')),
    repeats: event.repeats && beatWords(locale, event.repeats, event.start.slice(0, 10)),
    state: stateOf(locale, date, now),
    picture: shownPicture(event),
  };
}

/** The id of a day's part of a list, in which is what begins on it. */
export const dayId = (day: string) => `day-${day}`;

/** Dates by the day on which they begin. */
export function listedDays(edition: Edition, dates: readonly EventDate[], now?: Date): ListedDay[] {
  return [...Map.groupBy(dates, ({ occurrence }) => occurrence.firstDay)].map(([day, onDay]) => ({
    day: { iso: day, text: formatDay(edition.locale, day, 'weekday') },
    id: dayId(day),
    dates: onDay.map((date) => listedDate(edition, date, now)),
  }));
}
