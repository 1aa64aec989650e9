import { dayAfter, dayNumber } from '#src/events/calendar-day.ts';
import { instantOf } from '#src/schemas/zone-time.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import type { CalendarZones } from './calendar-zones.ts';
import type { EventClock } from './incoming-series.ts';
import { minutesLater, onClock, readDuration, readTime, type IncomingTime } from './incoming-time.ts';
import type { Note } from './note.ts';
import { propertyOf, wordOf, type Component, type Property } from './read-components.ts';

/** When an event is, by its own clock. */
export interface IncomingTimes {
  clock: EventClock;
  /** The last day of an all-day event, or the end; undefined if there is none to be told. */
  end: string | undefined;
}

/** What a calendar file says of all its events' clocks. */
export interface CalendarClock {
  zones: CalendarZones;
  /** The zone in which its times in UTC are shown. */
  home: string;
  /** What has been said once of this file. */
  said: Set<string>;
  now: Date;
}

/** The longest event that a file may have. */
const MOST_DAYS = 366;

/** @returns a note that says why, if the event has no time */
export function eventTimes(event: Component, calendar: CalendarClock, notes: Note[]): IncomingTimes | Note {
  const startProperty = propertyOf(event, 'DTSTART');
  const startTime = startProperty && readTime(startProperty.value, startProperty.parameters);
  if (!startProperty || !startTime)
    return {
      line: startProperty?.line ?? event.line,
      key: startProperty ? 'bad-start' : 'no-start',
      values: { value: startProperty?.value ?? '' },
    };
  const ruleZone = zoneOf(startTime, startProperty, calendar, notes);
  const zone = startTime.zoneName === 'UTC' ? calendar.home : ruleZone;
  const read = (time: IncomingTime, property = startProperty) =>
    onClock(zone, time.text, zoneOf(time, property, calendar, notes));
  const start = read(startTime);
  const endProperty = propertyOf(event, 'DTEND');
  const endTime = endProperty && readTime(endProperty.value, endProperty.parameters);
  if (endProperty && !endTime)
    notes.push({ line: endProperty.line, key: 'bad-end', values: { value: endProperty.value } });
  const durationProperty = propertyOf(event, 'DURATION');
  const minutes = durationProperty && readDuration(durationProperty.value);
  const until =
    endTime && endProperty
      ? read(endTime, endProperty)
      : minutes === undefined
        ? undefined
        : minutesLater(zone, start.length === 10 ? `${start}T00:00` : start, minutes);
  const clock = { zone, start, ruleZone, read, now: calendar.now };
  const isMidnights = start.endsWith('T00:00') && until?.endsWith('T00:00') === true && until > start;
  if (isMidnights || wordOf(event, 'X-MICROSOFT-CDO-ALLDAYEVENT') === 'TRUE') {
    if (start.length > 10 && start.endsWith('T00:00')) notes.push({ line: startProperty.line, key: 'all-day-guessed' });
    const day = start.slice(0, 10);
    return withEnd({ ...clock, start: day, zone, ruleZone: zone }, until, endProperty ?? startProperty, notes);
  }
  return withEnd(clock, until, endProperty ?? durationProperty ?? startProperty, notes);
}

function withEnd(clock: EventClock, until: string | undefined, at: Property, notes: Note[]): IncomingTimes | Note {
  const { start, zone } = clock;
  const isAllDay = start.length === 10;
  if (until === undefined) return { clock, end: undefined };
  const tooLong = (days: number): Note => ({ line: at.line, key: 'too-long', values: { days, most: MOST_DAYS } });
  if (isAllDay) {
    // The end of a calendar's day is the day after; that of a file is the last day.
    const last =
      until.length === 10 || until.endsWith('T00:00') ? dayAfter(until.slice(0, 10), -1) : until.slice(0, 10);
    const days = dayNumber(last) - dayNumber(start);
    if (days > MOST_DAYS) return tooLong(days);
    return { clock, end: last > start ? last : undefined };
  }
  const end = until.length === 10 ? `${until}T00:00` : until;
  const minutes = (instantOf(zone, end).getTime() - instantOf(zone, start).getTime()) / 60_000;
  if (minutes > MOST_DAYS * 1440) return tooLong(Math.round(minutes / 1440));
  if (minutes < 0) notes.push({ line: at.line, key: 'ends-before-start', values: { end } });
  return { clock, end: minutes > 0 && end > start ? end : undefined };
}

/** The zone of a time; of a floating one the paper's. What was guessed is said once in a file. */
function zoneOf(time: IncomingTime, { line }: Property, { zones, said }: CalendarClock, notes: Note[]): string {
  if (time.text.length === 10) return SITE_ZONE;
  if (time.zoneName === 'UTC') return 'UTC';
  const say = (note: Note) => {
    const key = `${note.key} ${JSON.stringify(note.values)}`;
    if (!said.has(key)) notes.push(note);
    said.add(key);
  };
  const name = time.zoneName?.trim();
  if (!name) {
    say({ line, key: 'floating', values: { zone: SITE_ZONE } });
    return SITE_ZONE;
  }
  const { zone, by } = zones.zoneNamed(name, time.text.slice(0, 10));
  if (by !== 'name') say({ line, key: by === 'clocks' ? 'zone-guessed' : 'zone-unknown', values: { name, zone } });
  return zone;
}
