import { expect, it } from 'vitest';
import { occurrencesUntil } from '#src/events/occurrences.ts';
import type { EventTimes } from '#src/events/occurrences.ts';
import { calendarOf, CALENDAR_EVENTS } from '../calendar-events.ts';
import { parsed, readLines } from './import-lines.ts';

const UNTIL = new Date('2028-01-01T00:00:00Z');
const datesOf = (event: EventTimes) =>
  occurrencesUntil(event, UNTIL).map(({ start, end, isCancelled, isMoved }) => [start, end, isCancelled, isMoved]);

it.each(CALENDAR_EVENTS)('what we write, we read with the same dates: %s', (_, event) => {
  const [read] = readLines(calendarOf(event)).events;
  expect(read && datesOf(parsed(read))).toEqual(datesOf(event));
});
