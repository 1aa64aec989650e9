import { localTime, occurrencesUntil, type Occurrence } from '#src/events/occurrences.ts';
import { HORIZON } from '#src/events/series-days.ts';
import { rrule } from '#src/events/rrule.ts';
import { clockAt, instantOf } from '#src/schemas/zone-time.ts';
import { dayAfter } from '#src/events/calendar-day.ts';
import { EVENT_STATES } from '#src/i18n/event-words.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { lastEnd } from '#src/newsroom/event-dates.ts';
import { announcedAt, eventId } from '#src/newsroom/event-id.ts';
import type { Event, EventKind, Place } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, eventUrl } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
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
  /** The year in which it is made, on which the zone of a series without an end depends. */
  year: number;
}

/** How often programs may ask, as far as they listen. */
const REFRESH = 'PT6H';

/**
 * A calendar as iCalendar has it (RFC 5545, with the names of RFC 7986). In one year the same events make the same bytes.
 */
export function calendar({ site, locale, name, description, url, events, year }: CalendarFacts): string {
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
    ...zonesOf(
      events.map(({ event }) => event),
      year,
    ),
    ...events.flatMap((one) => components(site, one)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

/** A calendar changes its own file alone, and only if one of its events does: what its cache key is made from. */
export const calendarFingerprint = (events: readonly CalendarEvent[]) =>
  events.map(({ event }) => event.digest).join(' ');

/** How many years ahead a series without an end needs its zone. */
const YEARS_AHEAD = 5;

function zonesOf(events: readonly Event[], year: number): string[] {
  const years = new Map<string, number[]>();
  for (const event of events) {
    if (event.start.length === 10 || event.zone === 'UTC') continue;
    years.set(event.zone, [...(years.get(event.zone) ?? []), ...outerYears(event, year)]);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([zone, some]) => timeZone(zone, Math.min(...some), Math.max(...some)));
}

/** Years that no date of an event is before or after: dates that are added or moved may be far from the rule's. */
function outerYears(event: Event, year: number): number[] {
  const { zone, start, repeats } = event;
  const written = [start, ...(repeats?.also ?? []), ...(repeats?.moved ?? []).map((one) => one.start)];
  const last = lastEnd(event);
  return [
    ...written.map((time) => Number(localTime(zone, time).slice(0, 4))),
    last ? Number(clockAt(zone, last).slice(0, 4)) : year + YEARS_AHEAD,
  ];
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
    ...(online ? [safeAddress(online)] : []),
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
  return [instantLine(zone, 'DTSTART', start), instantLine(zone, 'DTEND', end)];
}

/** In UTC where the clock shows a time twice: of two equal times programs take the first (section 3.3.5). */
function instantLine(zone: string, name: string, instant: Date): string {
  const isFirst = instantOf(zone, clockAt(zone, instant)).getTime() === instant.getTime();
  if (zone === 'UTC' || !isFirst) return contentLine(name, utcValue(instant));
  return contentLine(`${name};TZID=${zone}`, localValue(zone, instant));
}

/** A property that names a date by its start. @param time `2026-12-05T20:00`, or a day */
function dateLine({ zone }: Event, name: string, time: string): string {
  const value = time.replace(/[-:]/g, '');
  if (time.length === 10) return contentLine(`${name};VALUE=DATE`, value);
  return zone === 'UTC' ? contentLine(name, `${value}00Z`) : contentLine(`${name};TZID=${zone}`, `${value}00`);
}

/** `20261206T010000Z`. */
const utcValue = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
