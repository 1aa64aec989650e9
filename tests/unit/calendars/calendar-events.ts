/** Events of every kind that a calendar has to say. */
import { calendar } from '#src/calendars/calendar.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import { makeEvent, makeEventKind, makePlace, NOW, SITE, type EventInput } from '../../factories.ts';

/** A series that begins on a Friday. */
export const series = (fields: Partial<EventInput>) =>
  makeEvent({ start: '2026-12-04T20:00', end: '2026-12-04T23:00', ...fields });

/** A calendar of events. */
export function calendarOf(...events: readonly Event[]): string {
  const names = { place: makePlace('tulum'), kinds: [makeEventKind('music')] };
  return calendar({
    site: SITE,
    locale: 'en',
    name: 'Coast: events',
    description: 'What is on',
    url: '/events/calendar.ics',
    events: events.map((event) => ({ event, ...names })),
    year: NOW.getUTCFullYear(),
  });
}

/** By what is special about them. */
export const CALENDAR_EVENTS: readonly [string, Event][] = [
  ['one evening', makeEvent()],
  ['one over midnight', makeEvent({ start: '2026-12-31T22:00', end: '2027-01-01T03:00' })],
  ['three whole days', makeEvent({ start: '2026-12-08', end: '2026-12-10' })],
  [
    'every Friday, with exceptions',
    series({ repeats: { every: 'week', until: '2027-03-26', except: ['2026-12-25'] } }),
  ],
  [
    'a series with one date more',
    series({ repeats: { every: 'week', count: 5, also: ['2026-12-24T18:00', '2027-03-01'] } }),
  ],
  [
    'a series with one date moved and one cancelled',
    series({
      repeats: {
        every: 'week',
        until: '2027-02-26',
        moved: [{ from: '2027-02-05', start: '2027-02-06T19:00', reason: 'The carnival.' }],
        cancelled: [{ date: '2027-02-12', reason: 'Rain.' }],
      },
    }),
  ],
  [
    'the last Thursday of each month',
    series({
      start: '2026-11-26T10:00',
      end: '2026-11-26T13:00',
      repeats: { every: 'month', on: ['last thursday'], until: '2027-11-25' },
    }),
  ],
  [
    'each second Tuesday and Sunday',
    series({
      start: '2026-12-01T19:00',
      end: undefined,
      duration: '2h',
      repeats: { every: 'week', interval: 2, on: ['tuesday', 'sunday'], count: 9 },
    }),
  ],
  [
    'a whole day each month',
    series({ start: '2026-12-15', end: '2026-12-15', repeats: { every: 'month', day: 15, until: '2027-06-15' } }),
  ],
  [
    'the last day of each month',
    series({ start: '2026-12-31T09:00', end: '2026-12-31T10:00', repeats: { every: 'month', day: -1, count: 4 } }),
  ],
  [
    'the last Sunday of May, each year',
    series({
      start: '2026-05-31T09:00',
      end: '2026-05-31T10:00',
      repeats: { every: 'year', on: ['last sunday'], count: 2 },
    }),
  ],
  [
    'on the clock of New York, over its change',
    series({
      zone: 'America/New_York',
      start: '2026-10-30T20:00',
      end: '2026-10-30T22:00',
      repeats: { every: 'week', until: '2027-04-02' },
    }),
  ],
  [
    'on the clock of Madrid, in summer',
    makeEvent({ zone: 'Europe/Madrid', start: '2027-07-01T20:00', end: '2027-07-01T22:00' }),
  ],
  [
    'on the clock of Madrid, for ten years',
    series({
      zone: 'Europe/Madrid',
      start: '2020-01-15T20:00',
      end: '2020-01-15T22:00',
      repeats: { every: 'month', count: 120 },
    }),
  ],
  [
    'on the clock of New York, without an end, for years',
    series({
      zone: 'America/New_York',
      start: '2018-03-02T20:00',
      end: '2018-03-02T22:00',
      repeats: { every: 'week' },
    }),
  ],
  [
    'on the clock of Berlin, with a date years before and one years later',
    series({
      zone: 'Europe/Berlin',
      repeats: { every: 'week', count: 2, also: ['2024-07-05T20:00', '2029-07-06T20:00'] },
    }),
  ],
  [
    'on the clock of Lisbon, moved by years',
    series({
      zone: 'Europe/Lisbon',
      repeats: { every: 'week', until: '2026-12-18', moved: [{ from: '2026-12-11', start: '2028-07-07T20:00' }] },
    }),
  ],
  ['written with an offset', makeEvent({ start: '2026-12-05T20:00+01:00', end: '2026-12-05T22:00+01:00' })],
  ['in UTC', series({ zone: 'UTC', repeats: { every: 'day', count: 3 } })],
  ['cancelled', makeEvent({ status: 'cancelled', changes: [{ date: '2026-11-20', text: 'No stage.' }] })],
];
