import {
  isOrdinalDay,
  ORDINALS,
  WEEKDAYS,
  type Ordinal,
  type RepeatDay,
  type Repeats,
  type Weekday,
} from '#src/schemas/repeats.ts';
import { clockAt } from '#src/schemas/zone-time.ts';
import { dayAfter, dayText } from './calendar-day.ts';

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

/**
 * The rule of a series in the form of calendars (RFC 5545, section 3.3.10), FREQ first.
 * @param start the first day
 * @param until the end in the form that the start has: a day of an all-day event, otherwise an instant in UTC
 */
export function rrule({ every, interval, on, day, count }: Repeats, start: string, until: string | undefined): string {
  // In a year's rule, days are counted in the month of the start.
  const month = every === 'year' && on.length > 0 ? [`BYMONTH=${Number(start.slice(5, 7))}`] : [];
  return [
    `FREQ=${FREQUENCIES[every]}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...month,
    ...(on.length > 0 ? [`BYDAY=${on.map(byDay).join(',')}`] : []),
    ...(day !== undefined ? [`BYMONTHDAY=${day}`] : []),
    ...(until !== undefined ? [`UNTIL=${until}`] : []),
    ...(count !== undefined ? [`COUNT=${count}`] : []),
  ].join(';');
}

/** `FR`, `1SU`, `-1FR`. */
function byDay(name: RepeatDay): string {
  if (!isOrdinalDay(name)) return codeOf(name);
  const [ordinal, weekday] = name.split(' ') as [Ordinal, Weekday];
  return `${ordinal === 'last' ? -1 : ORDINALS.indexOf(ordinal) + 1}${codeOf(weekday)}`;
}

const codeOf = (weekday: Weekday) => weekday.slice(0, 2).toUpperCase();

/**
 * What a rule of a calendar is in the words of an event's file; undefined if those have none for it.
 * @param start the first start on the event's clock, with its time if it has one
 */
export function repeatsOf(
  rule: string,
  start: string,
  zone: string,
): Pick<Repeats, 'every' | 'interval' | 'on' | 'day' | 'until' | 'count'> | undefined {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const every = (Object.keys(FREQUENCIES) as (keyof typeof FREQUENCIES)[]).find(
    (one) => FREQUENCIES[one] === parts.get('FREQ'),
  );
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST'];
  if (!every || [...parts.keys()].some((name) => !known.includes(name))) return undefined;
  const on = parts.get('BYDAY')?.split(',').map(dayNamed) ?? [];
  const day = parts.get('BYMONTHDAY');
  const interval = Number(parts.get('INTERVAL') ?? 1);
  // A week that begins on Sunday groups other days together.
  const isOtherWeek = every === 'week' && interval > 1 && on.length > 1 && (parts.get('WKST') ?? 'MO') !== 'MO';
  if (on.some((name) => name === undefined) || isOtherWeek) return undefined;
  const days = on.filter((name) => name !== undefined);
  const areFit = days.every((name) =>
    every === 'week' ? !isOrdinalDay(name) : every === 'month' && isOrdinalDay(name),
  );
  if (!areFit || (day !== undefined && (every !== 'month' || !/^-1$|^\d+$/.test(day) || days.length > 0)))
    return undefined;
  const until = lastDayOfRule(parts.get('UNTIL'), start, zone);
  const count = parts.get('COUNT');
  return {
    every,
    interval,
    on: days,
    ...(day !== undefined && { day: Number(day) }),
    ...(until !== undefined && { until }),
    ...(count !== undefined && { count: Number(count) }),
  };
}

/**
 * The last day on which a date may begin, from a rule's UNTIL; undefined if it has none that can be read. Of an all-day event some
 * programs write an instant: its midnight in UTC, or on the calendar's own clock.
 * @param start the first start on the event's clock, with its time if it has one
 */
export function lastDayOfRule(until: string | undefined, start: string, zone: string): string | undefined {
  if (until === undefined) return undefined;
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(until.trim()) ?? [];
  if (day === undefined) return undefined;
  const written = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(written)) return undefined;
  // 31 February is 3 March here.
  const date = dayText(written / 86_400_000);
  if (hour === undefined) return date;
  const clock = `${hour}:${minute}`;
  const last = utc ? clockAt(zone, new Date(`${date}T${clock}:00Z`)) : `${date}T${clock}`;
  if (start.length === 10) return clock === '00:00' || clock === '23:59' ? date : last.slice(0, 10);
  return last.slice(10) < start.slice(10) ? dayAfter(last.slice(0, 10), -1) : last.slice(0, 10);
}

function dayNamed(code: string): RepeatDay | undefined {
  const [, number = '', letters = ''] = /^([+-]?\d*)([A-Z]{2})$/.exec(code) ?? [];
  const weekday = WEEKDAYS.find((name) => codeOf(name) === letters);
  if (!weekday || number === '') return weekday;
  const ordinal = Number(number) === -1 ? 'last' : ORDINALS.slice(0, 4)[Number(number) - 1];
  return ordinal && `${ordinal} ${weekday}`;
}
