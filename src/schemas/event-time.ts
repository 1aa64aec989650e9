/** When an event is, as an editor writes it: on the clock of the event's own zone, which is a field beside it. */
import { z } from 'zod';
import { withError, zodMessage } from './message.ts';
import { withColon } from './zone-time.ts';

/** `2026-12-05`, `2026-12-05T20:00`, `2026-12-05 20:00-05:00`. */
export const EVENT_TIME_PATTERN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::00)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** What people write for a time of day: `8pm`, `8:30 p.m.`, `20h`, `20.30`, `9:00`. */
const SPOKEN_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ,]*(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h(?:rs?|oras|ours)?\.?)?\s*([ap])?\.?\s?m?\.?$/i;

/** Whether a day such as `2026-02-30` is in the calendar. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day && date.getUTCFullYear() >= 1970;
}

/** @returns the time in one form: `2026-12-05`, `2026-12-05T20:00`, with an offset if one is written; undefined if it is none */
function parseEventTime(text: string): string | undefined {
  const [, day, hour, minute, offset = ''] = EVENT_TIME_PATTERN.exec(text.trim()) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  if (hour === undefined) return day;
  return `${day}T${hour}:${minute}${withColon(offset)}`;
}

/** The time that was probably meant by `2026-12-05 8pm`; undefined if it cannot be told. */
function meantEventTime(text: string): string | undefined {
  const [, day, hour = '', minute = '00', half = ''] = SPOKEN_TIME.exec(text.trim()) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  const isPm = half.toLowerCase() === 'p';
  const number = Number(hour);
  if (half !== '' && (number < 1 || number > 12)) return undefined;
  const hours = half === '' ? number : (number % 12) + (isPm ? 12 : 0);
  return hours > 23 || Number(minute) > 59 ? undefined : `${day}T${String(hours).padStart(2, '0')}:${minute}`;
}

/** A day, or a day and a time; text in the program too, since what instant it means depends on the event's zone. */
export const eventTime = z.string(withError('event-time')).transform((text, context) => {
  const time = parseEventTime(text);
  if (time !== undefined) return time;
  const meant = meantEventTime(text);
  const message = meant === undefined ? zodMessage('not-an-event-time') : zodMessage('event-time.near', { meant });
  context.issues.push({ code: 'custom', input: text, message });
  return z.NEVER;
});

/** A day of an event: the dates of a series are told by their days. A time is read and not kept. */
export const eventDay = eventTime.transform((time) => time.slice(0, 10));

/** `3h30`, `3h`, `45min`, `1h 15min`. */
export const DURATION_PATTERN = /^(?=\d)(?:(\d{1,3})\s?h)?\s?(?:(\d{1,3})(?:\s?min|\s?m)?)?$/;

/** How long something lasts, in minutes. */
export const durationField = z.string(withError('duration')).transform((text, context) => {
  const [, hours, minutes] = DURATION_PATTERN.exec(text.trim()) ?? [];
  // A number alone could be hours or minutes.
  const isClear = hours !== undefined || /m/.test(text);
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (isClear && total > 0) return total;
  context.issues.push({ code: 'custom', input: text, message: zodMessage('not-a-duration') });
  return z.NEVER;
});

/** Whether this machine knows a zone by its name in the IANA database; offsets and abbreviations are none. */
export function isZone(name: string): boolean {
  if (!/^(?:UTC|[A-Z]\w*(?:\/[\w+-]+)+)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A time zone of the IANA database: `America/Mexico_City`. Without one, an event's times have no order to be checked. */
export const zoneField = z.string(withError('zone')).refine(isZone, { error: zodMessage('not-a-zone'), abort: true });
