import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoInstant } from '#src/i18n/format.ts';
import { spreadDates, type DateSpan } from '../../../../scripts/lab/newsroom/spread-dates.ts';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-11-01T00:00:00-05:00');

/** The dates of articles filed at these hours of the site's clock. */
async function datesOf(hours: readonly number[], span: Partial<DateSpan> = {}): Promise<Date[]> {
  const articles = async function* () {
    for (const hour of hours) yield { timeOfDayMs: hour * HOUR_MS };
  };
  const dates: Date[] = [];
  for await (const { pubDate } of spreadDates(articles(), { count: hours.length, years: 10, now: NOW, ...span })) {
    dates.push(pubDate);
  }
  return dates;
}

describe('spread dates', () => {
  it.each([
    ['evenly from the first day on', [9, 23, 0], 3, ['11-01T09', '03-02T23', '07-02T00']],
    ['in order within a day', [20, 7, 12], 1000, ['11-01T07', '11-01T12', '11-01T20']],
  ])('come %s, at the hours of their articles', async (_, hours, count, dates) => {
    const given = await datesOf(hours, { years: 1, count });
    expect(given.map((date) => isoInstant(date).slice(5, 13))).toEqual(dates);
  });

  it('never run backwards, never reach now, and never leave the span, for any number, span and hours', async () => {
    const hours = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 200 });
    const now = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(hours, fc.integer({ min: 1, max: 40 }), now, async (filed, years, end) => {
        const dates = await datesOf(filed, { years, now: end });
        const times = dates.map((date) => date.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(Math.max(...times)).toBeLessThan(end.getTime());
        expect(Math.min(...times)).toBeGreaterThanOrEqual(end.getTime() - (years * 365.25 + 2) * 24 * HOUR_MS);
        expect(dates).toHaveLength(filed.length);
      }),
    );
  });
});
