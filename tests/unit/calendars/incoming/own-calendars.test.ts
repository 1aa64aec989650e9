import { expect, it } from 'vitest';
import { calendar } from '#src/calendars/calendar.ts';
import { occurrencesUntil } from '#src/events/occurrences.ts';
import type { EventTimes } from '#src/events/occurrences.ts';
import { makeEventKind, makePlace, NOW, SITE } from '../../../factories.ts';
import { CALENDAR_EVENTS } from '../calendar-events.ts';
import { parsed, readLines } from './import-lines.ts';

const UNTIL = new Date('2028-01-01T00:00:00Z');
const datesOf = (event: EventTimes) =>
  occurrencesUntil(event, UNTIL).map(({ start, end, isCancelled, isMoved }) => [start, end, isCancelled, isMoved]);

it.each(CALENDAR_EVENTS)('what we write, we read with the same dates: %s', (_, event) => {
  const text = calendar({
    site: SITE,
    locale: 'en',
    name: 'Coast: events',
    description: 'What is on',
    url: '/events/calendar.ics',
    events: [{ event, place: makePlace('tulum'), kinds: [makeEventKind('music')] }],
    year: NOW.getUTCFullYear(),
  });
  const [read] = readLines(text).events;
  expect(read && datesOf(parsed(read))).toEqual(datesOf(event));
});
