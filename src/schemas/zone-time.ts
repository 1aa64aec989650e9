/** Clocks of time zones, from the zone database that Node carries. */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Formatters are slow to make. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** By zone and day from 1970: the offset at the day's beginning. Asking a formatter takes microseconds, and a calendar asks often. */
const offsets = new Map<string, Map<number, number>>();

/**
 * What a zone's clock is ahead of UTC, in minutes.
 * @throws RangeError if there is no such zone: schemas refuse it
 */
export function offsetAt(zone: string, instant: number): number {
  const day = Math.floor(instant / DAY_MS);
  const before = offsetOfDay(zone, day);
  // Clocks change on few days.
  return before === offsetOfDay(zone, day + 1) ? before : askedOffset(zone, instant);
}

function offsetOfDay(zone: string, day: number): number {
  let days = offsets.get(zone);
  if (!days) offsets.set(zone, (days = new Map()));
  let offset = days.get(day);
  if (offset === undefined) days.set(day, (offset = askedOffset(zone, day * DAY_MS)));
  return offset;
}

function askedOffset(zone: string, instant: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    clocks.set(zone, clock);
  }
  const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // The seconds of local mean time, before there were zones, cannot be written in an offset.
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** `-05:00`: an offset as instants are written with it. @param minutes ahead of UTC */
export function offsetText(minutes: number): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** `-05:00` for `-0500`; other offsets stay as they are. */
export const withColon = (offset: string) => offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');

/** `2026-12-05T20:00`: what a zone's clock shows. */
export function clockAt(zone: string, instant: Date): string {
  const shifted = instant.getTime() + offsetAt(zone, instant.getTime()) * MINUTE_MS;
  return new Date(shifted).toISOString().slice(0, 16);
}

/**
 * The instant at which a zone's clock shows a time. Of two, the first; a time that the clock skips is read with the offset that held
 * before (RFC 5545, section 3.3.5).
 * @param time `2026-12-05T20:00`, or a day alone for its midnight
 */
export function instantOf(zone: string, time: string): Date {
  const local = Date.parse(`${time.length === 10 ? `${time}T00:00` : time}:00Z`);
  const day = Math.floor(local / DAY_MS);
  // No zone is a whole day from UTC.
  const before = offsetOfDay(zone, day - 1);
  const after = offsetOfDay(zone, day + 2);
  const early = local - before * MINUTE_MS;
  if (before === after || offsetAt(zone, early) === before) return new Date(early);
  const late = local - after * MINUTE_MS;
  return new Date(offsetAt(zone, late) === after ? late : early);
}

/**
 * The instant of a time as an editor writes it: on a zone's clock, or with an offset.
 * @param time `2026-12-05T20:00-05:00`, or as {@link instantOf} reads it
 */
export const writtenInstant = (zone: string, time: string): Date =>
  time.length > 16 ? new Date(time) : instantOf(zone, time);
