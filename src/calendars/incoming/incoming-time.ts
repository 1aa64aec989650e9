import { clockAt, instantOf } from '#src/schemas/zone-time.ts';
import type { Property } from './read-components.ts';

/** A time of a calendar, on some clock. */
export interface IncomingTime {
  /** `2026-12-05T20:00`, or a day alone. */
  text: string;
  /** What the file calls its zone; `UTC`; undefined of a floating time, which has none, and of a day. */
  zoneName: string | undefined;
}

const TIME = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z)?)?$/i;

/** The years that events may be in: those of their schema, and no series goes further. */
const YEARS = { first: 1970, last: 2199 };

/** The time that a value says: undefined if it is none. Seconds are left out. */
export function readTime(value: string, parameters: ReadonlyMap<string, string> = new Map()): IncomingTime | undefined {
  const [, year = '', month = '', day = '', hour, minute = '', , utc] = TIME.exec(value.trim()) ?? [];
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay || Number(year) < YEARS.first || Number(year) > YEARS.last) return undefined;
  if (hour === undefined || parameters.get('VALUE') === 'DATE') return { text, zoneName: undefined };
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { text: `${text}T${hour}:${minute}`, zoneName: utc ? 'UTC' : parameters.get('TZID') };
}

/** The times of a property that may hold several; a period counts as its start. */
export function readTimes({ value, parameters }: Property): IncomingTime[] {
  return value
    .split(',')
    .map((one) => readTime(one.split('/')[0] ?? '', parameters))
    .filter((time) => time !== undefined);
}

/** Minutes of a duration (RFC 5545, section 3.3.6): `P1DT2H30M`; undefined if it is none, or not a length. */
export function readDuration(value: string): number | undefined {
  const [, weeks = 0, days = 0, hours = 0, minutes = 0] =
    /^\+?P(?=\d|T\d)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?)?$/i.exec(
      value.trim(),
    ) ?? [];
  const total = ((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 60 + Number(minutes);
  return total > 0 ? total : undefined;
}

/** A time on the clock of a zone. @param from the zone whose clock it is on; undefined: the same */
export function onClock(zone: string, text: string, from: string | undefined): string {
  if (text.length === 10 || from === undefined || from === zone) return text;
  return clockAt(zone, instantOf(from, text));
}

/** The time that is some minutes later on a zone's clock. */
export function minutesLater(zone: string, text: string, minutes: number): string {
  return clockAt(zone, new Date(instantOf(zone, text).getTime() + minutes * 60_000));
}
