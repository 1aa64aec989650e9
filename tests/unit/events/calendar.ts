/** Calendars of other libraries, for comparison. */
import ICAL from 'ical.js';

/**
 * The dates of a rule as ical.js expands it, on a clock without a zone.
 * @param rule `FREQ=WEEKLY;BYDAY=FR`
 * @param start `2026-12-04T20:00`
 * @param until the last day that is looked at
 */
export function otherDates(rule: string, start: string, until: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${start}:00`));
  const dates: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 16);
    if (date.slice(0, 10) > until) break;
    dates.push(date);
  }
  return dates;
}
