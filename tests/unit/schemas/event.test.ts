import { describe, expect, it } from 'vitest';
import { eventSchema } from '#src/schemas/event.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { eventFrontMatter, eventInput } from '../../factories.ts';
import { faultsIn } from './issue-message.ts';

const schema = eventSchema(plainImageFile);

/** `field: message` of everything wrong with an event that is good but for these fields. */
const faults = (fields: Record<string, unknown>) => faultsIn(schema, { ...eventInput(), ...fields });

const repeats = (rule: Record<string, unknown>) => ({ repeats: { every: 'week', ...rule } });

describe('eventSchema', () => {
  it('needs five fields and fills in the rest', () => {
    const { title, description, start, place, kinds } = eventInput();
    expect(schema.parse({ title, description, start, place, kinds })).toEqual({
      title: 'A night of trova',
      description: 'Songs for two guitars, in the park.',
      start: '2026-12-05T20:00',
      zone: 'America/Cancun',
      place: 'tulum',
      kinds: ['music'],
      featured: false,
      draft: false,
      status: 'scheduled',
      changes: [],
      spoken: [],
      articles: [],
      aliases: [],
    });
  });

  it('takes every field it knows', () => {
    const everything = {
      zone: 'America/Mexico_City',
      repeats: {
        every: 'week',
        on: ['friday', 'saturday'],
        interval: 2,
        until: '2027-03-27',
        except: ['2026-12-25'],
        also: ['2027-01-01T18:00'],
        moved: [{ from: '2027-02-05', start: '2027-02-06T20:00', reason: 'The carnival.' }],
        cancelled: [{ date: '2027-02-12', reason: 'The stage is wet.' }],
      },
      venue: { name: 'The park', address: 'Avenida Tulum', coordinates: { latitude: 20.21, longitude: -87.46 } },
      organiser: { name: 'The town', url: 'https://town.example/', email: 'fiestas@town.example' },
      price: { amount: 200, currency: 'MXN' },
      tickets: 'https://tickets.example/trova',
      online: 'https://video.example/trova',
      featured: true,
      draft: true,
      picture: { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana Pech' },
      status: 'rescheduled',
      previousStart: '2026-11-28T20:00',
      changes: [{ date: '2026-11-20', text: 'A week later, for the rain.' }],
      access: 'Ramps at both gates.',
      spoken: ['es', 'yua'],
      articles: ['trova-comes-back'],
      translationKey: 'trova',
      slug: 'trova',
      aliases: ['/events/night-of-songs/'],
    };
    expect(faults(everything)).toEqual([]);
  });

  it.each([
    ['no place', { place: undefined }, 'place: slug'],
    ['a time of day in words', { start: '2026-12-05 8pm' }, 'start: event-time.near 2026-12-05T20:00'],
    ['twelve at noon', { start: '2026-12-05 12 p.m.' }, 'start: event-time.near 2026-12-05T12:00'],
    ['twelve at night', { start: '2026-12-05T12:30 am' }, 'start: event-time.near 2026-12-05T00:30'],
    ['an hour alone', { start: '2026-12-05 20h' }, 'start: event-time.near 2026-12-05T20:00'],
    ['an hour of one digit', { start: '2026-12-05T9:00' }, 'start: event-time.near 2026-12-05T09:00'],
    ['hour and minutes with a dot', { start: '2026-12-05 20.30' }, 'start: event-time.near 2026-12-05T20:30'],
    ['hour 24', { start: '2026-12-05T24:00' }, 'start: not-an-event-time'],
    ['a day that does not exist', { start: '2027-02-29' }, 'start: not-an-event-time'],
    ['the day first', { start: '05/12/2026' }, 'start: not-an-event-time'],
    ['a zone’s offset', { zone: '-05:00' }, 'zone: not-a-zone'],
    ['a zone’s abbreviation', { zone: 'EST' }, 'zone: not-a-zone'],
    ['a zone that does not exist', { zone: 'America/Playa_del_Carmen' }, 'zone: not-a-zone'],
    ['an end before the start', { end: '2026-12-05T19:59' }, 'end: ends-before-start'],
    ['an end at the start', { end: '2026-12-05T20:00' }, 'end: ends-before-start'],
    ['an end before the start by its offset', { end: '2026-12-05T21:00+01:00' }, 'end: ends-before-start'],
    [
      'an end at the start by the offset of that',
      { start: '2026-12-05T20:00-08:00', end: '2026-12-05T23:00' },
      'end: ends-before-start',
    ],
    [
      'an end before the hour that clocks skip is over',
      { zone: 'America/New_York', start: '2027-03-14T02:30', end: '2027-03-14T03:00' },
      'end: ends-before-start',
    ],
    ['an end without a time', { end: '2026-12-06' }, 'end: end-without-time'],
    ['a time for the end of a whole day', { start: '2026-12-05' }, 'end: end-with-time'],
    ['a last day before the first', { start: '2026-12-05', end: '2026-12-04' }, 'end: ends-before-start'],
    ['an end and a length', { duration: '2h' }, 'duration: end-and-duration'],
    ['a length without a unit', { end: undefined, duration: '3' }, 'duration: not-a-duration'],
    ['a length of nothing', { end: undefined, duration: '0h' }, 'duration: not-a-duration'],
    [
      'a length of a whole day',
      { start: '2026-12-05', end: undefined, duration: '3h' },
      'duration: duration-without-time',
    ],
    ['four kinds', { kinds: ['a', 'b', 'c', 'd'] }, 'kinds: too-many-event-kinds'],
    ['a kind twice', { kinds: ['music', 'music'] }, 'kinds: event-kind-twice'],
    ['a new date without the old one', { status: 'rescheduled' }, 'previousStart: previous-start'],
    ['an amount without a currency', { price: { amount: 200 } }, 'price: price'],
    ['a rule without a beat', { repeats: { on: ['friday'] } }, 'repeats.every: choice day, week, month, year'],
    ['a day of the week in Spanish', repeats({ on: ['viernes'] }), 'repeats.on.0: repeat-day'],
    ['a day of the month in a week', repeats({ on: ['first friday'] }), 'repeats.on.0: on-in-week first friday'],
    ['a weekday in a month', { repeats: { every: 'month', on: ['friday'] } }, 'repeats.on.0: on-in-month friday'],
    ['weekdays of what is every day', { repeats: { every: 'day', on: ['friday'] } }, 'repeats.on.0: on-with-day'],
    ['an end and a count', repeats({ until: '2027-01-01', count: 3 }), 'repeats.count: until-and-count'],
    ['a day of the month in a week’s rule', repeats({ day: 15 }), 'repeats.day: day-without-month'],
    ['day 0', { repeats: { every: 'month', day: 0 } }, 'repeats.day: month-day'],
    [
      'a moved date without its new start',
      repeats({ moved: [{ from: '2027-02-05' }] }),
      'repeats.moved.0.start: event-time',
    ],
  ])('refuses %s', (_, fields, fault) => {
    expect(faults(fields)).toEqual([fault]);
  });

  it.each([
    ['2026-12-05 20:00', '2026-12-05T20:00'],
    ['2026-12-05T20:00:00', '2026-12-05T20:00'],
    ['2026-12-05T20:00-0500', '2026-12-05T20:00-05:00'],
    ['2026-12-05T20:00 Z', '2026-12-05T20:00Z'],
    [' 2026-12-05 ', '2026-12-05'],
  ])('reads the start %j as %j', (start, read) => {
    expect(eventFrontMatter({ start, end: undefined }).start).toBe(read);
  });

  it.each([
    ['3h30', 210],
    ['2h', 120],
    ['45min', 45],
    ['90m', 90],
    ['1h 15min', 75],
  ])('reads the length %j as minutes', (duration, minutes) => {
    expect(eventFrontMatter({ end: undefined, duration }).duration).toBe(minutes);
  });

  it.each([
    ['free', { kind: 'free' }],
    ['Entrada libre', { kind: 'free' }],
    [{ amount: 0, currency: 'MXN' }, { kind: 'free' }],
    ['200 MXN', { kind: 'amount', amount: 200, currency: 'MXN' }],
    [
      { amount: 12.5, currency: 'USD' },
      { kind: 'amount', amount: 12.5, currency: 'USD' },
    ],
    ['from 200 pesos', { kind: 'words', words: 'from 200 pesos' }],
  ])('reads the price %j', (price, read) => {
    expect(eventFrontMatter({ price }).price).toEqual(read);
  });
});
