import { clockAt, offsetAt } from '#src/schemas/zone-time.ts';
import { contentLine } from './content-line.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * A zone's definition (RFC 5545, section 3.6.5): the change of clocks that held before a span of years, and every one in it, each written
 * out. Rules would be shorter, and wrong in the year in which a government changes its mind.
 * @param from the first year in which an event is
 */
export function timeZone(zone: string, from: number, to: number): string {
  const changes = changesBetween(zone, Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1));
  const last = lastChangeBefore(zone, Date.UTC(from, 0, 1));
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', zone),
    ...[last, ...changes].map(observance(zone)),
    contentLine('END', 'VTIMEZONE'),
  ].join('');
}

/** A moment at which a clock is set; the offsets, in minutes, before and after. */
interface Change {
  at: number;
  before: number;
  after: number;
}

function changesBetween(zone: string, from: number, to: number): Change[] {
  const changes: Change[] = [];
  for (let day = from; day < to; day += DAY_MS) {
    const [before, after] = [offsetAt(zone, day), offsetAt(zone, day + DAY_MS)];
    if (before !== after) changes.push({ at: momentOf(zone, day, day + DAY_MS, before), before, after });
  }
  return changes;
}

/** The minute of a change, by halving. */
function momentOf(zone: string, from: number, to: number, before: number): number {
  let [low, high] = [from / MINUTE_MS, to / MINUTE_MS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * MINUTE_MS) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
}

/** Where a zone has never changed its clock, its first day is given as one. */
function lastChangeBefore(zone: string, instant: number): Change {
  for (let year = new Date(instant).getUTCFullYear() - 1; year >= 1970; year -= 1) {
    const last = changesBetween(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)).at(-1);
    if (last) return last;
  }
  const offset = offsetAt(zone, instant);
  return { at: 0, before: offset, after: offset };
}

const observance =
  (zone: string) =>
  ({ at, before, after }: Change): string => {
    // The clock's own time, by the offset that held before.
    const onset = new Date(at + before * MINUTE_MS).toISOString().slice(0, 19).replace(/[-:]/g, '');
    const kind = isSummer(zone, at) ? 'DAYLIGHT' : 'STANDARD';
    return [
      contentLine('BEGIN', kind),
      contentLine('DTSTART', onset),
      contentLine('TZOFFSETFROM', offsetValue(before)),
      contentLine('TZOFFSETTO', offsetValue(after)),
      contentLine('TZNAME', nameAt(zone, at, after)),
      contentLine('END', kind),
    ].join('');
  };

/** No summer time lasts longer, and none begins again sooner: summers are of five months in Chile to eight in New York. */
const BEYOND_SUMMER_MS = 300 * DAY_MS;

/** Whether a clock is set ahead, to be set back before a year is over. */
function isSummer(zone: string, at: number): boolean {
  const after = offsetAt(zone, at + MINUTE_MS);
  return offsetAt(zone, at - MINUTE_MS) < after && offsetAt(zone, at + BEYOND_SUMMER_MS) < after;
}

function nameAt(zone: string, at: number, offset: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(
    at + MINUTE_MS,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^[A-Z]{2,5}$/.test(name) ? name : offsetValue(offset);
}

function offsetValue(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

/** `20261205T200000`, on a zone's clock. */
export const localValue = (zone: string, instant: Date): string => `${clockAt(zone, instant).replace(/[-:]/g, '')}00`;
