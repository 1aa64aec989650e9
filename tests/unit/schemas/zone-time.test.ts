import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAt, instantOf, offsetAt } from '#src/schemas/zone-time.ts';

describe('a zone’s clock', () => {
  it.each([
    ['America/Cancun', '2026-12-05T20:00', '2026-12-06T01:00:00.000Z'],
    ['America/Mexico_City', '2026-07-05T20:00', '2026-07-06T02:00:00.000Z'],
    ['America/New_York', '2026-07-05T20:00', '2026-07-06T00:00:00.000Z'],
    ['Asia/Kathmandu', '2026-07-05T00:00', '2026-07-04T18:15:00.000Z'],
    ['Europe/Madrid', '2026-12-05', '2026-12-04T23:00:00.000Z'],
    ['UTC', '2026-12-05T20:00', '2026-12-05T20:00:00.000Z'],
  ])('of %s shows %s at %s', (zone, time, instant) => {
    expect(instantOf(zone, time).toISOString()).toBe(instant);
    expect(clockAt(zone, new Date(instant))).toBe(time.length === 10 ? `${time}T00:00` : time);
  });

  it('takes a time that is skipped with the offset before, and of two equal ones the first', () => {
    expect(instantOf('America/New_York', '2026-03-08T02:30').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(instantOf('America/New_York', '2026-11-01T01:30').toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(instantOf('Europe/Madrid', '2026-03-29T02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf('Europe/Madrid', '2026-10-25T02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('tells an instant from what it shows, whatever the zone, but in the hour that comes twice', () => {
    const zones = [
      ...['America/Cancun', 'America/New_York', 'Europe/Madrid', 'Australia/Lord_Howe', 'Africa/Casablanca'],
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 22_000_000, max: 42_000_000 }), (zone, minutes) => {
        const instant = new Date(minutes * 60_000);
        const back = instantOf(zone, clockAt(zone, instant));
        expect(clockAt(zone, back)).toBe(clockAt(zone, instant));
        const isTwice = offsetAt(zone, back.getTime()) !== offsetAt(zone, instant.getTime());
        if (!isTwice) expect(back).toEqual(instant);
      }),
      { numRuns: 2000 },
    );
  });
});
