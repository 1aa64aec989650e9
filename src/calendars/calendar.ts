import { localTime, occurrencesUntil, type Occurrence } from '#src/events/occurrences.ts';
import { HORIZON } from '#src/events/series-days.ts';
import { rrule } from '#src/events/rrule.ts';
import { instantOf } from '#src/schemas/zone-time.ts';
import { dayAfter } from '#src/events/calendar-day.ts';
import { EVENT_STATES } from '#src/i18n/event-words.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { announcedAt, eventId } from '#src/newsroom/event-id.ts';
import type { Event, EventKind, Place } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, eventUrl } from '#src/urls.ts';
import { contentLine, parameterValue, textValue } from './content-line.ts';
import { localValue, timeZone } from './time-zone.ts';

/** An event with what its file names. */
export interface CalendarEvent {
  event: Event;
  place: Place;
  kinds: readonly EventKind[];
}

/** What a calendar is of. */
export interface CalendarFacts {
  site: Site;
  locale: Locale;
  /** What a reader's calendar program calls it. */
  name: string;
  description: string;
  /** The path at which it is. */
  url: string;
  events: readonly CalendarEvent[];
}

/** How often programs may ask, as far as they listen. */
const REFRESH = 'PT6H';

/**
 * A calendar as iCalendar has it (RFC 5545, with the names of RFC 7986). Made from content alone: the same events make the same bytes.
 */
export function calendar({ site, locale, name, description, url, events }: CalendarFacts): string {
  const address = absoluteUrl(site.url, url);
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', textValue(`-//${site.publisher}//${site.name}//${locale.toUpperCase()}`)),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('UID', `${site.identity}:${url}`),
    contentLine('NAME', textValue(name)),
    contentLine('X-WR-CALNAME', textValue(name)),
    contentLine('DESCRIPTION', textValue(description)),
    contentLine('URL', address),
    contentLine('SOURCE;VALUE=URI', address),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
    ...zonesOf(events.map(({ event }) => event)),
    ...events.flatMap((one) => components(site, one)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

/** A calendar changes its own file alone, and only if one of its events does: what its cache key is made from. */
export const calendarFingerprint = (events: readonly CalendarEvent[]) =>
  events.map(({ event }) => event.digest).join(' ');

/** How far behind its start a series without an end needs its zone. */
const YEARS_AHEAD = 5;

function zonesOf(events: readonly Event[]): string[] {
  const years = new Map<string, { from: number; to: number }>();
  for (const event of events) {
    if (event.start.length === 10) continue;
    const from = Number(localTime(event.zone, event.start).slice(0, 4));
    const to =
      Number((event.repeats?.until ?? event.end ?? event.start).slice(0, 4)) +
      (event.repeats && !event.repeats.until ? YEARS_AHEAD : 0);
    const known = years.get(event.zone) ?? { from, to };
    years.set(event.zone, { from: Math.min(known.from, from), to: Math.max(known.to, to) });
  }
  return [...years].sort(([a], [b]) => (a < b ? -1 : 1)).map(([zone, { from, to }]) => timeZone(zone, from, to));
}

/** An event's VEVENT, and one more for each date of a series that is moved or cancelled. */
function components(site: Site, one: CalendarEvent): string[] {
  const { event } = one;
  if (!event.repeats) {
    const [date] = occurrencesUntil(event, LATEST);
    return date ? [component(site, one, date, [])] : [];
  }
  const first = firstDate(event);
  if (!first) return [];
  const changed = occurrencesUntil(event, overridesEnd(event)).filter(
    ({ isMoved, isCancelled }) => isMoved || isCancelled,
  );
  return [
    component(site, one, first, seriesLines(event, first)),
    ...changed.map((date) => component(site, one, date, [dateLine(event, 'RECURRENCE-ID', date.id)])),
  ];
}

/** After this, no event is looked for. */
const LATEST = new Date(HORIZON);

/** By when every moved and cancelled date of a series has begun. */
function overridesEnd({ zone, repeats }: Event): Date {
  const { moved = [], cancelled = [] } = repeats ?? {};
  const days = [
    ...moved.flatMap(({ from, start }) => [from, start.slice(0, 10)]),
    ...cancelled.map(({ date }) => date),
  ];
  return instantOf(zone, dayAfter(days.toSorted().at(-1) ?? '1970-01-01', 2));
}

/** The date that a series begins with, by its rule. */
function firstDate(event: Event): Occurrence | undefined {
  const { repeats } = event;
  if (!repeats) return undefined;
  const plain = { ...event, repeats: { ...repeats, except: [], also: [], moved: [], cancelled: [] } };
  const start = instantOf(event.zone, localTime(event.zone, event.start));
  return occurrencesUntil(plain, new Date(start.getTime() + 1))[0];
}

function seriesLines(event: Event, { id }: Occurrence): string[] {
  const { repeats, zone } = event;
  if (!repeats) return [];
  const clock = id.slice(10);
  // UNTIL has the kind of the start: a day, or an instant in UTC, that of the last start.
  const until =
    repeats.until === undefined
      ? undefined
      : clock === ''
        ? repeats.until.replaceAll('-', '')
        : utcValue(instantOf(zone, `${repeats.until}${clock}`));
  const added = repeats.also.map((time) =>
    clock === '' ? time.slice(0, 10) : time.length === 10 ? `${time}${clock}` : localTime(zone, time),
  );
  return [
    contentLine('RRULE', rrule(repeats, id.slice(0, 10), until)),
    ...repeats.except.map((day) => dateLine(event, 'EXDATE', `${day}${clock}`)),
    ...added.map((time) => dateLine(event, 'RDATE', time)),
  ];
}

/** @param lines what makes it a series, or one date of one */
function component(
  site: Site,
  { event, place, kinds }: CalendarEvent,
  date: Occurrence,
  lines: readonly string[],
): string {
  const { locale, organiser, online, status, changes, pubDate } = event;
  const t = translator(locale);
  const isOff = date.isCancelled || status === 'cancelled';
  const state: MessageKey | undefined = isOff
    ? 'statusCancelled'
    : (EVENT_STATES[status] ?? (date.isMoved ? 'statusMoved' : undefined));
  const modified = changedAt(event);
  const url = absoluteUrl(site.url, eventUrl(event));
  const location = [event.venue?.name, event.venue?.address, place.name[locale], place.state]
    .filter(Boolean)
    .join(', ');
  const { latitude, longitude } = event.venue?.coordinates ?? place;
  const words = [
    ...(date.reason ? [date.reason] : []),
    ...changes.map(({ text }) => text),
    event.description,
    ...(online ? [online] : []),
    url,
  ];
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', eventUid(site, event)),
    contentLine('DTSTAMP', utcValue(modified)),
    ...(pubDate ? [contentLine('CREATED', utcValue(pubDate))] : []),
    contentLine('LAST-MODIFIED', utcValue(modified)),
    // Calendars take a new time only with a higher number. Every change of an event is in its ledger, which only grows.
    contentLine('SEQUENCE', String(changes.length)),
    ...startAndEnd(event, date),
    ...lines,
    contentLine(
      `SUMMARY;LANGUAGE=${LANGUAGE_TAGS[locale]}`,
      textValue(`${state ? `${t(state)}: ` : ''}${event.title}`),
    ),
    contentLine('DESCRIPTION', textValue(words.join('\n\n'))),
    contentLine('LOCATION', textValue(location)),
    contentLine('GEO', `${latitude};${longitude}`),
    contentLine('URL', url),
    contentLine('CATEGORIES', kinds.map((kind) => textValue(kind.title[locale])).join(',')),
    contentLine('STATUS', isOff ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'),
    ...(organiser?.email
      ? [contentLine(`ORGANIZER;CN=${parameterValue(organiser.name)}`, `mailto:${organiser.email}`)]
      : []),
    contentLine('TRANSP', date.isAllDay ? 'TRANSPARENT' : 'OPAQUE'),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** What calendars know an event by, whatever changes of it. */
export function eventUid({ identity }: Pick<Site, 'identity'>, event: Event): string {
  return `${eventId(event).replaceAll('/', '-')}@${identity}`;
}

/** When an event last changed for readers. */
function changedAt(event: Event): Date {
  const { changes, pubDate } = event;
  const dates = changes.map(({ date }) => date);
  if (pubDate || dates.length === 0) dates.push(announcedAt(event));
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}

function startAndEnd(event: Event, { start, end, isAllDay, firstDay, lastDay }: Occurrence): string[] {
  const { zone } = event;
  if (isAllDay)
    return [
      contentLine('DTSTART;VALUE=DATE', firstDay.replaceAll('-', '')),
      contentLine('DTEND;VALUE=DATE', dayAfter(lastDay).replaceAll('-', '')),
    ];
  if (zone === 'UTC') return [contentLine('DTSTART', utcValue(start)), contentLine('DTEND', utcValue(end))];
  return [
    contentLine(`DTSTART;TZID=${zone}`, localValue(zone, start)),
    contentLine(`DTEND;TZID=${zone}`, localValue(zone, end)),
  ];
}

/** A property that names a date by its start. @param time `2026-12-05T20:00`, or a day */
function dateLine({ zone }: Event, name: string, time: string): string {
  const value = time.replace(/[-:]/g, '');
  if (time.length === 10) return contentLine(`${name};VALUE=DATE`, value);
  return zone === 'UTC' ? contentLine(name, `${value}00Z`) : contentLine(`${name};TZID=${zone}`, `${value}00`);
}

/** `20261206T010000Z`. */
const utcValue = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
