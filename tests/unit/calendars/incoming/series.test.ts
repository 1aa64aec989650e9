import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readRule, ruleDays } from '#src/calendars/incoming/rule-days.ts';
import { occurrencesUntil } from '#src/events/occurrences.ts';
import { lastDayOfRule } from '#src/events/rrule.ts';
import { given } from '#src/calendars/incoming/incoming-event.ts';
import { rounds } from '../../../long.ts';
import { imported, parsed, saidOf } from './import-lines.ts';

/** @param start a Saturday unless it says otherwise */
const repeatsOf = (rule: string, start = 'DTSTART;TZID=America/Cancun:20261205T200000', ...lines: readonly string[]) =>
  given(imported(start, `RRULE:${rule}`, ...lines).fields['repeats']);

describe('a rule', () => {
  it.each([
    ['FREQ=DAILY;COUNT=5', { every: 'day', count: 5 }],
    ['FREQ=WEEKLY', { every: 'week' }],
    ['FREQ=WEEKLY;BYDAY=SA;INTERVAL=2', { every: 'week', interval: 2 }],
    ['FREQ=WEEKLY;BYDAY=SA,SU;WKST=SU', { every: 'week', on: ['saturday', 'sunday'] }],
    ['FREQ=DAILY;BYDAY=SA,SU', { every: 'week', on: ['saturday', 'sunday'] }],
    ['FREQ=WEEKLY;BYDAY=SA;BYHOUR=20;BYMINUTE=0;BYSECOND=0', { every: 'week' }],
    ['FREQ=MONTHLY;BYDAY=1SA', { every: 'month', on: ['first saturday'] }],
    ['FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1', { every: 'month', on: ['first saturday'] }],
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=1,2,3,4,5,6,7', { every: 'month', on: ['first saturday'] }],
    ['FREQ=MONTHLY;BYMONTHDAY=5', { every: 'month' }],
    ['FREQ=MONTHLY;BYDAY=SA', { every: 'week' }],
    ['FREQ=YEARLY', { every: 'year' }],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5', { every: 'year' }],
    ['FREQ=YEARLY;BYMONTH=12;BYDAY=1SA', { every: 'year', on: ['first saturday'] }],
    ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5', { every: 'month', interval: 3 }],
    ['FREQ=MONTHLY;INTERVAL=12', { every: 'month', interval: 12 }],
    ['FREQ=YEARLY;UNTIL=21990101', { every: 'year', until: '2199-01-01' }],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', { every: 'year', also: ['2026-12-05T20:00'] }],
    // Words for the same days.
    ['FREQ=DAILY;COUNT=2000', { every: 'day', until: '2032-05-26' }],
    ['FREQ=WEEKLY;COUNT=999999999', { every: 'week' }],
  ])('is said in the words of a file: %s', (rule, repeats) => {
    expect(repeatsOf(rule)).toEqual(repeats);
  });

  it.each([
    ['DTSTART;VALUE=DATE:20261204', 'UNTIL=20261218', '2026-12-18'],
    // Local midnight in UTC, midnight in UTC, and the last minute.
    ['DTSTART;VALUE=DATE:20261204', 'UNTIL=20261218T050000Z', '2026-12-18'],
    ['DTSTART;VALUE=DATE:20261204', 'UNTIL=20261218T000000Z', '2026-12-18'],
    ['DTSTART;VALUE=DATE:20261204', 'UNTIL=20261218T235959Z', '2026-12-18'],
    ['DTSTART;TZID=America/Cancun:20261204T200000', 'UNTIL=20261219T010000Z', '2026-12-18'],
    ['DTSTART;TZID=America/Cancun:20261204T200000', 'UNTIL=20261219T005959Z', '2026-12-17'],
    ['DTSTART;TZID=America/Cancun:20261204T200000', 'UNTIL=20261218', '2026-12-18'],
    ['DTSTART;TZID=America/Cancun:20261204T200000', 'UNTIL=20261218T200000', '2026-12-18'],
  ])('ends on the day that its last date may be on: %s, %s', (start, until, day) => {
    expect(repeatsOf(`FREQ=DAILY;${until}`, start)).toEqual({ every: 'day', until: day });
  });

  it('of Saturdays in UTC is one of Fridays here', () => {
    const event = imported('DTSTART:20261205T010000Z', 'RRULE:FREQ=WEEKLY;BYDAY=SA,MO;COUNT=4');
    expect(event.fields).toMatchObject({
      start: '2026-12-04T20:00',
      repeats: { every: 'week', on: ['friday', 'sunday'], count: 4 },
    });
  });

  it('that a file has no words for is listed, from this year on', () => {
    const event = imported('DTSTART;TZID=America/Cancun:19800105T200000', 'RRULE:FREQ=MONTHLY;BYDAY=-2SA');
    const { repeats, start } = event.fields;
    expect(start).toBe('2026-01-24T20:00');
    expect(repeats).toMatchObject({ every: 'day', count: 1, also: expect.arrayContaining(['2026-12-19T20:00']) });
    expect(saidOf(event).join()).toMatch(/has no words for: its dates were listed, 24 of them, until 2027-12-18/);
  });

  it('that nobody can read leaves the first date, and is named', () => {
    const event = imported('RRULE:FREQ=HOURLY;INTERVAL=18');
    expect(event.fields['repeats']).toBeUndefined();
    expect(saidOf(event)).toContain(
      'repeats by a rule that cannot be read: only its first date was taken: FREQ=HOURLY;INTERVAL=18',
    );
  });

  it('that does not give the start has it as one more date', () => {
    const event = imported('RRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=3', 'DTEND;TZID=America/Cancun:20261205T220000');
    expect(event.fields).toMatchObject({
      start: '2026-12-06T20:00',
      end: '2026-12-06T22:00',
      repeats: { also: ['2026-12-05T20:00'] },
    });
  });

  it('takes and gives dates', () => {
    expect(
      repeatsOf(
        'FREQ=WEEKLY;COUNT=5',
        undefined,
        'EXDATE;TZID=America/Cancun:20261212T200000,20261219T200000',
        'EXDATE;VALUE=DATE:20261226',
        'EXDATE:20301219T010000Z',
        'RDATE:20261209T010000Z,20261213T010000Z',
        'RDATE;VALUE=PERIOD:20261210T010000Z/PT2H',
      ),
    ).toEqual({
      every: 'week',
      count: 5,
      except: ['2026-12-12', '2026-12-19', '2026-12-26'],
      also: ['2026-12-08T20:00', '2026-12-09T20:00'],
    });
  });

  it('may be missing: dates alone are a list', () => {
    expect(given(imported('RDATE:20261209T010000Z').fields['repeats'])).toEqual({
      every: 'day',
      count: 1,
      also: ['2026-12-08T20:00'],
    });
  });
});

/** The rules with which libical is tested: rule, start, number of dates. */
const TABLE = JSON.parse(
  readFileSync(
    process.env['RECURRENCE_TABLE'] ?? join(import.meta.dirname, '..', '..', '..', 'fixtures', 'recurrence-table.json'),
    'utf8',
  ),
) as [rule: string, start: string, dates: number][];

describe('the days of a rule', () => {
  const known = TABLE.flatMap(([written, start, dates]) => {
    const rule = readRule(written);
    return rule ? [{ written, start, dates, rule }] : [];
  });

  it('are read of nearly all of libical’s', () => {
    expect(known.length).toBeGreaterThan(TABLE.length * 0.8);
  });

  it.each(known)('are as many as libical says: $written from $start', ({ rule, start, dates }) => {
    const until = lastDayOfRule(rule.until, start, 'America/Los_Angeles');
    expect(ruleDays(rule, start.slice(0, 10), until, 5_000).length).toBe(dates);
  });

  const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  const some = <Item>(item: fc.Arbitrary<Item>) => fc.uniqueArray(item, { minLength: 1, maxLength: 3 });
  const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
    fc.option(
      values.map((list) => `;${name}=${list.join(',')}`),
      { nil: '' },
    );
  const weekdays = some(fc.constantFrom(...WEEKDAYS));
  const months = part('BYMONTH', some(fc.integer({ min: 1, max: 12 })));
  const monthDays = part('BYMONTHDAY', some(fc.integer({ min: 1, max: 28 })));
  const ordinals = some(
    fc
      .tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2', ''), fc.constantFrom(...WEEKDAYS))
      .map(([nth, day]) => nth + day),
  );
  const anyRule = fc.oneof(
    fc.tuple(fc.constant('WEEKLY'), part('BYDAY', weekdays), fc.constant('')),
    fc.tuple(fc.constant('MONTHLY'), part('BYDAY', ordinals), fc.constant('')),
    fc.tuple(fc.constant('MONTHLY'), monthDays, fc.constant('')),
    // Without a month, ical.js reads a day of a year’s rule as one of the start’s month alone.
    fc.tuple(fc.constant('YEARLY'), months, monthDays).filter(([, month]) => month !== ''),
    fc.tuple(fc.constant('DAILY'), months, part('BYDAY', weekdays)),
  );

  it('are those that ical.js gives', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 3000 }),
        (parts, interval, later) => {
          const [frequency, first, second] = parts;
          const day = new Date(Date.UTC(2020, 0, 1 + later)).toISOString().slice(0, 10);
          const text = `FREQ=${frequency};INTERVAL=${interval}${first}${second}`;
          const rule = readRule(text);
          const ours = rule ? ruleDays(rule, day, undefined, 12) : [];
          // ical.js makes 1 May of 31 April.
          fc.pre(Number(day.slice(8)) <= 28);
          // Where a rule gives nothing for years, ical.js does not end; a start that the rule does not give it takes for one.
          fc.pre(ours.length === 12 && ours[0] === day && Number(ours.at(-1)?.slice(0, 4)) < 2050);
          const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(day));
          const theirs = new Set<string>();
          for (let next = iterator.next(); next && theirs.size < 12; next = iterator.next())
            theirs.add(next.toString());
          expect(ours).toEqual([...theirs]);
        },
      ),
      { numRuns: rounds(40, 5_000) },
    );
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=9007199254740991',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11',
  ])('come to an end, though there are none: %s', (text) => {
    const rule = readRule(text);
    expect(rule && ruleDays(rule, '2026-12-05', undefined, 5_000).length).toBeLessThan(2);
    expect(occurrencesUntil(parsed(imported(`RRULE:${text}`)), new Date('2200-01-01')).length).toBe(1);
  });

  it.each([
    '',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYHOUR=9,17',
    'FREQ=WEEKLY;BYHOUR=9',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=-1',
    'daily',
  ])('are not made up: %j', (text) => {
    expect(readRule(text)).toBeUndefined();
  });
});
