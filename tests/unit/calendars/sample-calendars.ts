import { join } from 'node:path';
import { calendar, eventUid } from '#src/calendars/calendar.ts';
import { calendarGroups } from '#src/calendars/edition-calendars.ts';
import { dayAfter } from '#src/events/calendar-day.ts';
import { occurrences } from '#src/events/occurrences.ts';
import { makeEditions } from '#src/newsroom/edition.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { SITE } from '../../factories.ts';
import { inOrder, type ReadDate } from './read-back.ts';

/** Every calendar of the sample newsroom, with the dates that the events in it have. */
export function sampleCalendars(now: Date, until: Date): { name: string; text: string; dates: ReadDate[] }[] {
  const { newsroom } = readNewsroom(join(import.meta.dirname, '..', '..', '..', 'src', 'content'));
  const editions = makeEditions(newsroom, SITE, now);
  return LOCALES.flatMap((locale) =>
    calendarGroups(editions[locale]).flatMap(({ calendars }) =>
      calendars().map(({ list = 'all', facts }) => ({
        name: `${locale} ${list}`,
        text: calendar(facts),
        dates: inOrder(facts.events.flatMap(({ event }) => datesOf(event, until))),
      })),
    ),
  );
}

/** The dates of an event, as a calendar program should show them. */
export function datesOf(event: Event, until: Date): ReadDate[] {
  return occurrences(event, new Date(0), until)
    .map(({ start, end, isAllDay, firstDay, lastDay, isCancelled }) => ({
      uid: eventUid(SITE, event),
      start: isAllDay ? firstDay : start.toISOString(),
      end: isAllDay ? dayAfter(lastDay) : end.toISOString(),
      isCancelled: isCancelled || event.status === 'cancelled',
    }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}
