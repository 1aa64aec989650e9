import type { EventFrontMatter } from '#src/schemas/event.ts';
import { dayAfter, dayNumber, dayText } from './calendar-day.ts';
import { seriesDays } from './series-days.ts';
import { clockAt, instantOf, offsetAt, writtenInstant } from '#src/schemas/zone-time.ts';

/** The fields of an event that say when it is. */
export type EventTimes = Pick<EventFrontMatter, 'start' | 'end' | 'duration' | 'zone' | 'repeats'>;

/** One date of an event. */
export interface Occurrence {
  /**
   * The start that its rule gives it, on the event's clock, also if it is moved: `2026-12-05T20:00`, `2026-12-05` of an all-day event.
   * Its name in calendars for ever.
   */
  id: string;
  /** Of an all-day event, the midnights around its days. */
  start: Date;
  /** Exclusive. */
  end: Date;
  isAllDay: boolean;
  /** Whether the file says when it ends; if not, {@link ASSUMED_MINUTES} is assumed. */
  hasEnd: boolean;
  /** The days that it is on, in the event's zone. */
  firstDay: string;
  lastDay: string;
  isCancelled: boolean;
  isMoved: boolean;
  /** Why this date is cancelled or moved. */
  reason?: string | undefined;
}

/** How long an event without an end is taken to last. */
export const ASSUMED_MINUTES = 120;

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** A night that ends before six belongs to the day before. */
const NIGHT_ENDS_MS = DAY_MS / 4;

/**
 * The dates of an event that touch a range of time, in order: what pages, calendars, feeds and rules know of its dates, they know from
 * here. A date ends when its `end` comes: one that ends as the range begins is not in it.
 */
export function occurrences(event: EventTimes, from: Date, to: Date): Occurrence[] {
  const shape = shapeOf(event);
  return candidates(event, shape, from, to)
    .filter(({ start, end }) => start < to && (end > from || (start >= from && start < to)))
    .sort((a, b) => a.start.getTime() - b.start.getTime() || (a.id < b.id ? -1 : 1));
}

/** The windows in which coming dates are looked for, in days: most series are dense. */
const WINDOWS = [45, 400, 4000, 100_000];

/** The next dates that are not over, at most so many. A date that is cancelled counts. */
export function comingOccurrences(event: EventTimes, now: Date, most: number): Occurrence[] {
  let found: Occurrence[] = [];
  for (const days of event.repeats ? WINDOWS : WINDOWS.slice(-1)) {
    found = occurrences(event, now, new Date(now.getTime() + days * DAY_MS));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** The first date of an event; undefined of a series that never happens. */
export function firstOccurrence(event: EventTimes): Occurrence | undefined {
  const { start, repeats } = event;
  const days = [start, ...(repeats?.also ?? []), ...(repeats?.moved ?? []).map((one) => one.start)];
  const earliest = days.map((time) => time.slice(0, 10)).toSorted()[0] ?? start.slice(0, 10);
  return comingOccurrences(event, new Date(Date.parse(`${earliest}T00:00:00Z`) - 2 * DAY_MS), 1)[0];
}

/** Every date of an event from its beginning until an instant: of a series without an end, there are always more. */
export function occurrencesUntil(event: EventTimes, to: Date): Occurrence[] {
  return occurrences(event, new Date(0), to);
}

/** Whether a series has a last date. */
export function hasLastDate({ repeats }: Pick<EventTimes, 'repeats'>): boolean {
  return !repeats || repeats.until !== undefined || repeats.count !== undefined;
}

/** What all dates of an event share. */
interface Shape {
  zone: string;
  isAllDay: boolean;
  hasEnd: boolean;
  /** The first start, on the event's clock, and its parts. */
  start: string;
  day: string;
  /** `T20:00`; '' of an all-day event. */
  clock: string;
  /** Of an all-day event, its days; of another, its length in milliseconds: the exact one, also over a change of clocks. */
  days: number;
  length: number;
}

/** By identity: nothing in an event changes once it is read. */
const shapes = new WeakMap<EventTimes, Shape>();

function shapeOf(event: EventTimes): Shape {
  let shape = shapes.get(event);
  if (!shape) shapes.set(event, (shape = makeShape(event)));
  return shape;
}

function makeShape({ start: written, end, duration, zone }: EventTimes): Shape {
  const start = localTime(zone, written);
  const isAllDay = start.length === 10;
  const day = start.slice(0, 10);
  const minutes = duration ?? (end === undefined ? ASSUMED_MINUTES : undefined);
  const length =
    minutes === undefined && end !== undefined
      ? writtenInstant(zone, end).getTime() - writtenInstant(zone, written).getTime()
      : (minutes ?? 0) * MINUTE_MS;
  return {
    zone,
    isAllDay,
    hasEnd: isAllDay || end !== undefined || duration !== undefined,
    start,
    day,
    clock: start.slice(10),
    days: isAllDay && end !== undefined ? dayNumber(end) - dayNumber(day) + 1 : 1,
    length,
  };
}

/** A time as written on the event's clock, whatever offset it is written with. */
export function localTime(zone: string, written: string): string {
  return written.length <= 16 ? written : clockAt(zone, new Date(written));
}

/** The dates that may touch a range, and perhaps some near it. */
function candidates(event: EventTimes, shape: Shape, from: Date, to: Date): Occurrence[] {
  const { repeats, zone } = event;
  const { start, clock, isAllDay } = shape;
  if (!repeats) return [occurrenceAt(shape, start, event.start)];
  const reach = isAllDay ? shape.days : Math.ceil(shape.length / DAY_MS);
  // A day more on each side than the longest offset needs.
  const firstDay = dayAfter(clockAt('UTC', from).slice(0, 10), -reach - 2);
  const lastDay = dayAfter(clockAt('UTC', to).slice(0, 10), 2);
  const placed = (time: string) => (isAllDay ? time.slice(0, 10) : time.length === 10 ? `${time}${clock}` : time);
  const dated = (time: string) => localTime(zone, placed(time));
  const excepted = new Set(repeats.except.map((day) => `${day}${clock}`));
  const cancelled = new Map(repeats.cancelled.map((one) => [one.date, one]));
  const moved = new Map(repeats.moved.map((one) => [one.from, one]));
  const ids = new Set([
    ...seriesDays(shape.day, repeats, firstDay, lastDay).map((day) => `${day}${clock}`),
    ...repeats.also.map(dated),
  ]);
  // A date that is moved into the range may have its own day elsewhere.
  for (const { from: day } of repeats.moved)
    if (seriesDays(shape.day, repeats, day, day).length > 0) ids.add(`${day}${clock}`);
  return [...ids]
    .filter((id) => !excepted.has(id))
    .map((id) => {
      const day = id.slice(0, 10);
      const move = moved.get(day);
      const off = cancelled.get(day);
      const date = occurrenceAt(shape, id, move ? placed(move.start) : id);
      const reason = off ? off.reason : move?.reason;
      return {
        ...date,
        isMoved: move !== undefined,
        isCancelled: off !== undefined,
        ...(reason !== undefined && { reason }),
      };
    });
}

/** @param at when it begins, as written: an offset tells which of two equal times of the clock is meant */
function occurrenceAt(shape: Shape, id: string, at: string): Occurrence {
  const { zone, isAllDay, hasEnd, days, length } = shape;
  const firstDay = localTime(zone, at).slice(0, 10);
  const start = writtenInstant(zone, at);
  const state = { id, isAllDay, hasEnd, firstDay, isCancelled: false, isMoved: false };
  if (isAllDay)
    return { ...state, start, end: instantOf(zone, dayAfter(firstDay, days)), lastDay: dayAfter(firstDay, days - 1) };
  const end = new Date(start.getTime() + length);
  return { ...state, start, end, lastDay: hasEnd ? lastDayOf(zone, firstDay, end) : firstDay };
}

/** The day on which a date ends: a night belongs to the day on which it began. */
function lastDayOf(zone: string, firstDay: string, end: Date): string {
  const local = end.getTime() + offsetAt(zone, end.getTime()) * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  const first = dayNumber(firstDay);
  if (day <= first) return firstDay;
  return dayText(local - day * DAY_MS < NIGHT_ENDS_MS ? day - 1 : day);
}
