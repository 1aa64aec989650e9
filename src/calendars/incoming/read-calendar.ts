import { shortDigest } from '#src/keys/digest.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { CalendarZones } from './calendar-zones.ts';
import { decodeCalendar } from './decode-calendar.ts';
import { plainLine } from './description.ts';
import type { CalendarClock } from './event-times.ts';
import { versionOf } from './event-version.ts';
import { incomingEvent, type ImportWishes, type IncomingEvent, type RefusedEvent } from './incoming-event.ts';
import { namedPlace } from './incoming-place.ts';
import type { Note } from './note.ts';
import { propertyOf, readComponents, textOf, type Component } from './read-components.ts';

/** What a calendar's file holds: each of its events is in one of the two lists. */
export interface IncomingCalendar {
  events: readonly IncomingEvent[];
  refused: readonly RefusedEvent[];
  /** Of the file as a whole. */
  notes: readonly Note[];
}

/** Reads a calendar's file. @returns undefined if it is none, by what is in it */
export function readCalendar(bytes: Uint8Array, wishes: ImportWishes): IncomingCalendar | undefined {
  const { text, notes } = decodeCalendar(bytes);
  if (!/^[ \t]*BEGIN:V(?:CALENDAR|EVENT)[ \t]*$/im.test(text)) return undefined;
  const read = readComponents(text);
  const calendars = read.components.filter(({ name }) => name === 'VCALENDAR');
  // An event that is in no calendar is one that somebody has cut out.
  const loose = read.components.filter(({ name }) => name !== 'VCALENDAR');
  const events: IncomingEvent[] = [];
  const refused: RefusedEvent[] = [];
  notes.push(...read.notes);
  for (const calendar of [...calendars, { name: 'VCALENDAR', line: 1, properties: [], children: loose }]) {
    const clock = clockOf(calendar, wishes);
    const named = wishesFor(calendar, wishes);
    notes.push(...otherThings(calendar));
    for (const { uid, main, overrides } of eventsOf(calendar, notes)) {
      const result = incomingEvent(uid, main, overrides, clock, named);
      if ('why' in result) refused.push(result);
      else events.push(result);
    }
  }
  return { events: distinct(events, notes), refused, notes };
}

function clockOf(calendar: Component, { now }: ImportWishes): CalendarClock {
  const zones = new CalendarZones(calendar.children.filter(({ name }) => name === 'VTIMEZONE'));
  const own = textOf(propertyOf(calendar, 'X-WR-TIMEZONE')).trim();
  const day = now.toISOString().slice(0, 10);
  const known = own === '' ? undefined : zones.zoneNamed(own, day);
  const home = known && known.by !== 'none' && known.zone !== 'UTC' ? known.zone : SITE_ZONE;
  return { zones, home, said: new Set(), now };
}

/** A calendar's own name may be that of a place: “Ayuntamiento de Tulum”. */
function wishesFor(calendar: Component, wishes: ImportWishes): ImportWishes {
  const name = plainLine(textOf(propertyOf(calendar, 'X-WR-CALNAME') ?? propertyOf(calendar, 'NAME')), LONGEST_NAME);
  const place = namedPlace(name, wishes.places);
  return place ? { ...wishes, calendarOfPlace: name, placeForNow: place.id } : wishes;
}

const LONGEST_NAME = 100;

/** Tasks, journals and free times: a calendar has them, a paper does not. */
function otherThings({ children }: Component): Note[] {
  const others = children.filter(({ name }) => name !== 'VEVENT' && name !== 'VTIMEZONE');
  return [...Map.groupBy(others, ({ name }) => name)].map(([name, all]) => ({
    line: all[0]?.line ?? 1,
    key: 'not-events',
    values: { count: all.length, name },
  }));
}

interface EventGroup {
  uid: string;
  main: Component;
  overrides: Component[];
}

/** The events of a calendar, each with what is said of single dates. */
function eventsOf(calendar: Component, notes: Note[]): EventGroup[] {
  const isCancelled = /^CANCEL$/i.test(textOf(propertyOf(calendar, 'METHOD')).trim());
  const all = calendar.children
    .filter(({ name }) => name === 'VEVENT')
    .map((event) => (isCancelled ? asCancelled(event) : event));
  const groups: EventGroup[] = [];
  for (const [uid, components] of Map.groupBy(all, (event) => uidOf(event, notes))) {
    const overrides = components.filter((event) => propertyOf(event, 'RECURRENCE-ID'));
    const versions = components.filter((event) => !propertyOf(event, 'RECURRENCE-ID'));
    const mains = newest(versions);
    const [main, ...others] = mains;
    for (const { line } of versions.filter((event) => !mains.includes(event)))
      notes.push({ line, key: 'same-uid-again', values: { uid } });
    if (!main) {
      // The series is in another file: its date is alone.
      for (const event of newestDates(overrides))
        groups.push({ uid: `${uid} ${propertyOf(event, 'RECURRENCE-ID')?.value.trim()}`, main: event, overrides: [] });
      continue;
    }
    groups.push({ uid, main, overrides: newestDates(overrides) });
    for (const other of others) {
      notes.push({ line: other.line, key: 'same-uid', values: { uid } });
      groups.push({
        uid: `${uid} ${propertyOf(other, 'DTSTART')?.value.trim() ?? other.line}`,
        main: other,
        overrides: [],
      });
    }
  }
  return groups;
}

const asCancelled = (event: Component): Component => ({
  ...event,
  properties: [
    ...event.properties.filter(({ name }) => name !== 'STATUS'),
    { name: 'STATUS', parameters: new Map(), value: 'CANCELLED', line: event.line },
  ],
});

/** A longer UID is known by its beginning and a hash. */
const LONGEST_UID = 200;

function uidOf(event: Component, notes: Note[]): string {
  const uid = textOf(propertyOf(event, 'UID')).trim().replace(/\s+/g, ' ');
  if (uid.length > LONGEST_UID) return `${uid.slice(0, LONGEST_UID)} ${shortDigest(uid)}`;
  if (uid !== '') return uid;
  notes.push({ line: event.line, key: 'no-uid' });
  const [title = '', start = ''] = ['SUMMARY', 'DTSTART'].map((name) => textOf(propertyOf(event, name)));
  return `no-uid ${shortDigest(`${title} ${start}`)}`;
}

/** Of versions of one event the last; all of them, if none is newer and they differ. */
function newest(events: readonly Component[]): Component[] {
  const last = events.map(versionOf).reduce((a, b) => (a > b ? a : b), '');
  const same = events.filter((event) => versionOf(event) === last);
  return [...new Map(same.toReversed().map((event) => [signOf(event), event])).values()].toReversed();
}

/** The newest word on each single date. */
function newestDates(overrides: readonly Component[]): Component[] {
  return [
    ...Map.groupBy(overrides, (event) => propertyOf(event, 'RECURRENCE-ID')?.value.trim() ?? '').values(),
  ].flatMap((versions) => newest(versions).slice(0, 1));
}

/** What makes two events of one UID different ones. */
const signOf = (event: Component) =>
  ['SUMMARY', 'DTSTART', 'RRULE'].map((name) => propertyOf(event, name)?.value.trim() ?? '').join('\n');

/** Several calendars of one file may have the same event. */
function distinct(events: readonly IncomingEvent[], notes: Note[]): IncomingEvent[] {
  const known = new Map<string, IncomingEvent>();
  for (const event of events) {
    if (known.has(event.uid)) notes.push({ line: event.line, key: 'same-uid-again', values: { uid: event.uid } });
    else known.set(event.uid, event);
  }
  return [...known.values()];
}
