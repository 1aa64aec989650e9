import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '#src/events/calendar-day.ts';
import { repeatsOf, rrule } from '#src/events/rrule.ts';
import { HORIZON, seriesDays } from '#src/events/series-days.ts';
import { ORDINALS, repeatsField, WEEKDAYS, type Repeats } from '#src/schemas/repeats.ts';
import { rounds } from '../../long.ts';
import { otherDates } from './calendar.ts';

const rule = (fields: object): Repeats => repeatsField.parse(fields);

const days = (start: string, fields: object, to = HORIZON, from = start) => seriesDays(start, rule(fields), from, to);

describe('the days of a series', () => {
  it('are those of the start where the rule names none', () => {
    expect(days('2026-12-05', { every: 'week', count: 3 })).toEqual(['2026-12-05', '2026-12-12', '2026-12-19']);
    expect(days('2026-12-05', { every: 'day', interval: 10, count: 3 })).toEqual([
      '2026-12-05',
      '2026-12-15',
      '2026-12-25',
    ]);
  });

  it('are never before the start', () => {
    expect(days('2026-12-05', { every: 'week', on: ['friday', 'saturday'], count: 3 })).toEqual([
      '2026-12-05',
      '2026-12-11',
      '2026-12-12',
    ]);
  });

  it('count weeks from Monday', () => {
    expect(days('2026-12-06', { every: 'week', interval: 2, on: ['sunday', 'monday'], count: 4 })).toEqual([
      '2026-12-06',
      '2026-12-14',
      '2026-12-20',
      '2026-12-28',
    ]);
  });

  it('are left out in a month that lacks them', () => {
    expect(days('2026-12-31', { every: 'month', count: 4 })).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
    ]);
    expect(days('2026-12-31', { every: 'month', day: -1, count: 3 })).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
  });

  it('of 29 February are in leap years alone, of which 2100 is none', () => {
    expect(days('2092-02-29', { every: 'year', count: 3 })).toEqual(['2092-02-29', '2096-02-29', '2104-02-29']);
  });

  it('are the first, the last or another of their kind in a month', () => {
    expect(days('2026-12-06', { every: 'month', on: ['first sunday', 'last sunday'], count: 4 })).toEqual([
      '2026-12-06',
      '2026-12-27',
      '2027-01-03',
      '2027-01-31',
    ]);
  });

  it('of a year are counted in the month of the start', () => {
    expect(days('2026-05-31', { every: 'year', on: ['last sunday'], count: 3 })).toEqual([
      '2026-05-31',
      '2027-05-30',
      '2028-05-28',
    ]);
  });

  it('of 29 February come in leap years alone, as RFC 5545 wants it (3.3.10: a date that is none is left out)', () => {
    expect(days('2028-02-29', { every: 'year', count: 3 })).toEqual(['2028-02-29', '2032-02-29', '2036-02-29']);
  });

  it('end with the last day, which is one of them', () => {
    expect(days('2026-12-04', { every: 'week', until: '2026-12-18' }).at(-1)).toBe('2026-12-18');
    expect(days('2026-12-04', { every: 'week', until: '2026-12-17' }).at(-1)).toBe('2026-12-11');
  });

  it('that never come, or never end, end the search', () => {
    expect(days('2027-02-01', { every: 'month', interval: 12, day: 31 })).toEqual([]);
    expect(days('2026-12-04', { every: 'day' }).length).toBeGreaterThan(60_000);
  });
});

/** Rules as editors may write them. */
const anyRule = fc
  .record({
    every: fc.constantFrom('day', 'week', 'month', 'year' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 3 }),
    ordinal: fc.constantFrom(...ORDINALS),
    day: fc.option(fc.constantFrom(-1, 1, 15, 28, 29, 30, 31), { nil: undefined }),
    count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  })
  .map(({ every, interval, weekdays, ordinal, day, count }) => {
    const on = every === 'week' ? weekdays : every === 'day' ? [] : weekdays.map((weekday) => `${ordinal} ${weekday}`);
    return rule({
      every,
      interval,
      on,
      ...(every === 'month' && on.length === 0 && day !== undefined && { day }),
      ...(count !== undefined && { count }),
    });
  });

const anyDay = fc.integer({ min: 0, max: 4000 }).map((number) => dayAfter('2024-01-01', number));

describe('against ical.js', () => {
  it('gives the same days', () => {
    fc.assert(
      fc.property(anyRule, anyDay, (repeats, start) => {
        const until = dayAfter(start, 1500);
        const own = seriesDays(start, repeats, start, until).map((day) => `${day}T20:00`);
        // A start that is no day of its rule is a mistake of its own, and other programs show it.
        fc.pre(own[0]?.slice(0, 10) === start);
        // ical.js takes 1 March for 29 February.
        fc.pre(repeats.every !== 'year' || !start.endsWith('-02-29'));
        expect(own).toEqual(otherDates(rrule(repeats, start, undefined), `${start}T20:00`, until));
      }),
      { numRuns: rounds(300, 20_000) },
    );
  });

  it('gives the same days from the middle of a series', () => {
    fc.assert(
      fc.property(anyRule, anyDay, fc.integer({ min: 0, max: 1200 }), (repeats, start, later) => {
        const from = dayAfter(start, later);
        const until = dayAfter(from, 300);
        const all = seriesDays(start, repeats, start, until);
        expect(seriesDays(start, repeats, from, until)).toEqual(all.filter((day) => day >= from));
      }),
      { numRuns: rounds(300, 20_000) },
    );
  });
});

/** The rules with which libical is tested: rule, start, number of dates. RECURRENCE_TABLE names another such file. */
const TABLE = JSON.parse(
  readFileSync(
    process.env['RECURRENCE_TABLE'] ?? join(import.meta.dirname, '..', '..', 'fixtures', 'recurrence-table.json'),
    'utf8',
  ),
) as [rule: string, start: string, dates: number][];

describe('the rules of other calendars', () => {
  const known = TABLE.flatMap(([written, start, dates]) => {
    const read = repeatsOf(written, start, 'America/Los_Angeles');
    return read ? [{ written, start, dates, repeats: rule(read) }] : [];
  });

  it('are read where an event’s file has words for them', () => {
    expect(known.length).toBeGreaterThan(20);
    expect(repeatsOf('FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2026-12-25', 'UTC')).toEqual({
      every: 'month',
      interval: 1,
      on: ['last friday'],
      count: 3,
    });
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=MONTHLY;BYMONTHDAY=2,15',
    'FREQ=MONTHLY;BYDAY=-2MO',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
  ])('are not read where it has none: %s', (written) => {
    expect(repeatsOf(written, '2026-12-05', 'UTC')).toBeUndefined();
  });

  it.each(known)('give as many dates as libical says: $written from $start', ({ start, dates, repeats }) => {
    expect(seriesDays(start.slice(0, 10), repeats, start.slice(0, 10), HORIZON)).toHaveLength(dates);
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(anyRule, anyDay, (repeats, start) => {
        fc.pre(repeats.every !== 'year' || repeats.on.length === 0);
        const read = repeatsOf(rrule(repeats, start, undefined), start, 'UTC');
        expect(read && rule(read)).toEqual(repeats);
      }),
    );
  });
});
