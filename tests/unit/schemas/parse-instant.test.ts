import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantField, parseInstant } from '#src/schemas/shared-fields.ts';
import { issueMessage } from './issue-message.ts';

/** The years 1900 to 2199: what a newspaper may mention. */
const instants = fc.date({
  min: new Date('1900-01-02T00:00:00Z'),
  max: new Date('2199-12-30T00:00:00Z'),
  noInvalidDate: true,
});

/** Offsets in minutes, from the earliest zone of the world to the latest. */
const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** `+05:45`, or `+0545`. */
function writeOffset(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${colon}${twoDigits(size % 60)}`;
}

describe('parseInstant', () => {
  it.each([
    ['2026-10-14', '2026-10-14T05:00:00.000Z'],
    ['2026-10-14T07:30', '2026-10-14T12:30:00.000Z'],
    ['2026-10-14 07:30', '2026-10-14T12:30:00.000Z'],
    ['2026-10-14 07:30:15', '2026-10-14T12:30:15.000Z'],
    ['2026-10-14T07:30:15.250', '2026-10-14T12:30:15.250Z'],
    ['  2026-10-14T07:30  ', '2026-10-14T12:30:00.000Z'],
    ['2026-10-14T07:30Z', '2026-10-14T07:30:00.000Z'],
    ['2026-10-14 07:30 Z', '2026-10-14T07:30:00.000Z'],
    ['2026-10-14T07:30-05:00', '2026-10-14T12:30:00.000Z'],
    ['2026-10-14T07:30-0500', '2026-10-14T12:30:00.000Z'],
    ['2026-10-14T07:30 +05:45', '2026-10-14T01:45:00.000Z'],
    ['2026-10-14T23:59', '2026-10-15T04:59:00.000Z'],
    ['2024-02-29', '2024-02-29T05:00:00.000Z'],
  ])('reads %j as %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '14/10/2026',
    '2026-10',
    '2026-1-4',
    '2026-10-14T',
    '2026-10-14T7:30',
    '2026-10-14T07:30 CST',
    ...`2026-10-14T07:60 2026-10-14T25:00 2026-10-14T07:30:60 2026-10-14T07:30+99:00 2026-02-29 2026-02-30
    2026-04-31T10:00Z 2026-13-01 2026-00-10 2026-10-00`.split(/\s+/),
    '2026-10-14T07:30\n2026-10-15',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('reads the same instant in whichever zone it is written', () => {
    fc.assert(
      fc.property(
        instants,
        offsets,
        fc.constantFrom(':', ''),
        fc.constantFrom('T', ' '),
        (instant, minutes, colon, gap) => {
          const wall = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1).replace('T', gap);
          expect(parseInstant(`${wall}${writeOffset(minutes, colon)}`)).toEqual(instant);
        },
      ),
    );
  });

  it('reads a time without an offset on the paper’s clock', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const wall = instant.toISOString().slice(0, -1);
        // Cancún has kept one time since February 2015.
        if (instant.getUTCFullYear() > 2015) expect(parseInstant(wall)).toEqual(parseInstant(`${wall}-05:00`));
      }),
    );
  });

  it.each([
    ['Europe/Madrid', '2026-03-28T23:30', '2026-03-28T22:30:00.000Z'],
    ['Europe/Madrid', '2026-03-29T12:00', '2026-03-29T10:00:00.000Z'],
    ['Europe/Madrid', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Madrid', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['America/Tijuana', '2026-07-04T20:15:30', '2026-07-05T03:15:30.000Z'],
    ['America/Tijuana', '2026-12-04T20:15:30', '2026-12-05T04:15:30.000Z'],
    // An hour that the clock skips, one that it shows twice, and a midnight that there is not.
    ['Europe/Madrid', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Madrid', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
  ])('reads it in %s with summer time: %s is %s', (zone, text, instant) => {
    expect(parseInstant(text, zone)?.toISOString()).toBe(instant);
  });

  it('refuses every day that the calendar does not have', () => {
    const day = fc.record({
      year: fc.integer({ min: 1900, max: 2199 }),
      month: fc.integer({ min: 0, max: 19 }),
      day: fc.integer({ min: 0, max: 39 }),
    });
    fc.assert(
      fc.property(day, ({ year, month, day: number }) => {
        const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const isReal = month >= 1 && month <= 12 && number >= 1 && number <= daysInMonth;
        const instant = parseInstant(`${year}-${twoDigits(month)}-${twoDigits(number)}`);
        expect(instant !== undefined).toBe(isReal);
      }),
    );
  });
});

describe('instantField', () => {
  it('takes a date as well as a text', () => {
    const date = new Date('2026-10-14T12:30:00Z');
    expect(instantField.parse(date)).toEqual(date);
    expect(instantField.parse('2026-10-14T07:30')).toEqual(date);
  });

  it('says how to write a date if there is none', () => {
    expect(instantField.safeParse('soon').error?.issues.map(issueMessage)).toEqual(['not-a-date']);
    expect(instantField.safeParse(2026).error?.issues.map(issueMessage)).toEqual(['date']);
  });
});
