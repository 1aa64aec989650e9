import { firstOccurrence } from '#src/events/occurrences.ts';
import { FAR_KM, kilometres } from '#src/newsroom/kilometres.ts';
import type { EventKind, Place } from '#src/newsroom/newsroom.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { eventSchema, type EventFrontMatter } from '#src/schemas/event.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { messageOf, messageText } from '#src/schemas/message.ts';
import { writtenInstant, type ContentFields } from '#src/writing/content-file.ts';
import { description, plainLine } from './description.ts';
import { eventTimes, type CalendarClock } from './event-times.ts';
import { incomingKinds, kindsMeant } from './incoming-kinds.ts';
import { incomingPlace } from './incoming-place.ts';
import { incomingSeries, withChangedDates, type SeriesFields } from './incoming-series.ts';
import { versionOf } from './event-version.ts';
import { link } from './markdown-line.ts';
import { incomingText, type Note } from './note.ts';
import { lineOf, propertiesOf, propertyOf, textOf, textsOf, wordOf, type Component } from './read-components.ts';

/** What an import has to know of the paper. */
export interface ImportWishes {
  /** The language of the files. */
  locale: Locale;
  now: Date;
  places: readonly Place[];
  kinds: readonly EventKind[];
  /** Where all events are; otherwise each calendar's locations say it. */
  place: string | undefined;
  /** The kind of all events; otherwise their categories say it. */
  kind: string | undefined;
  /** What a calendar is called that is named after a place; it is then the place for now. */
  calendarOfPlace?: string | undefined;
  /** Stand in a file until an editor knows better. */
  placeForNow: string;
  kindForNow: string;
}

/** An event of a calendar as a draft. */
export interface IncomingEvent {
  /** What the calendar knows it by. */
  uid: string;
  line: number;
  /** Sorts versions of one event: the newest last. */
  version: string;
  /** As an event's file has them, without the moment of the import. */
  fields: ContentFields & { title: string };
  body: string;
  notes: readonly Note[];
}

/** An event that is not imported, and why. */
export interface RefusedEvent {
  line: number;
  title: string;
  why: Note;
}

/** The longest title and the longest name of an organiser. */
const LONGEST = { title: 140, name: 120 };

const SCHEMA = eventSchema(plainImageFile);

/**
 * An event as a draft.
 * @param overrides what the calendar says of single dates
 */
export function incomingEvent(
  uid: string,
  event: Component,
  overrides: readonly Component[],
  calendar: CalendarClock,
  wishes: ImportWishes,
): IncomingEvent | RefusedEvent {
  const { locale } = wishes;
  const notes: Note[] = [];
  const told = description(textOf(propertyOf(event, 'DESCRIPTION')) || textOf(propertyOf(event, 'X-ALT-DESC')));
  const title =
    plainLine(textOf(propertyOf(event, 'SUMMARY')), LONGEST.title) || plainLine(told.summary, LONGEST.title);
  const refused = (why: Note): RefusedEvent => ({ line: event.line, title, why });
  const isPrivate = ['PRIVATE', 'CONFIDENTIAL'].includes(wordOf(event, 'CLASS'));
  if (isPrivate) return refused({ line: lineOf(event, 'CLASS'), key: 'private' });
  if (title === '') return refused({ line: event.line, key: 'no-title' });
  const times = eventTimes(event, calendar, notes);
  if ('key' in times) return refused(times);
  const { clock, end } = times;
  const first = incomingSeries(event, clock, notes);
  const series = first && withChangedDates(first, event, overrides, clock, notes);
  const start = series?.start ?? clock.start;

  const descriptionLine = lineOf(event, 'DESCRIPTION');
  if (told.isCut) notes.push({ line: descriptionLine, key: 'description-cut' });
  if (told.summary === '') notes.push({ line: descriptionLine, key: 'no-description' });
  const isCancelled = wordOf(event, 'STATUS') === 'CANCELLED';
  const fields: ContentFields & { title: string } = {
    title,
    description: told.summary || incomingText(locale, 'noDescription'),
    start,
    end: end === undefined ? undefined : movedEnd(clock.start, start, end),
    zone: clock.zone === SITE_ZONE || start.length === 10 ? undefined : clock.zone,
    repeats: series && repeatsFields(series.repeats),
    ...whereFields(event, wishes, notes),
    ...organiserFields(event),
    kinds: kindsOf(event, wishes, notes),
    status: isCancelled ? 'cancelled' : undefined,
    changes: changesOf(event, isCancelled, series?.repeats, wishes),
  };
  leftOut(event, locale, notes);
  const kept = keepValid(fields, lineOf(event, 'DTSTART'), locale, notes);
  if ('key' in kept) return refused(kept);
  if (series && !firstOccurrence(kept.parsed)) return refused({ line: event.line, key: 'never-happens' });
  return {
    uid,
    line: event.line,
    version: versionOf(event),
    fields: kept.fields,
    body: bodyOf(event, told.body, kept.fields, locale),
    notes,
  };
}

/** An end on the clock, of a series whose first date is not the calendar's. */
function movedEnd(from: string, to: string, end: string): string {
  if (from === to) return end;
  const days = Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10));
  const day = new Date(Date.parse(end.slice(0, 10)) + days).toISOString().slice(0, 10);
  return `${day}${end.slice(10)}`;
}

/** In the order in which an editor reads them. */
function repeatsFields({ every, interval, on, day, until, count, except, also, moved, cancelled }: SeriesFields) {
  return { every, interval, on, day, until, count, except, also, moved, cancelled };
}

function whereFields(event: Component, wishes: ImportWishes, notes: Note[]): ContentFields {
  const found = incomingPlace(event, wishes.places);
  const id = wishes.place ?? found.place?.id ?? wishes.placeForNow;
  const line = lineOf(event, 'LOCATION');
  if (wishes.place === undefined && !found.place) notes.push(placeNote(line, id, found.location, wishes));
  const place = wishes.places.find((one) => one.id === id);
  const isFar = found.coordinates && place && kilometres(found.coordinates, place) > FAR_KM;
  if (isFar)
    notes.push({ line: propertyOf(event, 'GEO')?.line ?? line, key: 'coordinates-far', values: { place: id } });
  const coordinates = isFar ? undefined : found.coordinates;
  const conference = textOf(propertyOf(event, 'CONFERENCE') ?? propertyOf(event, 'X-GOOGLE-CONFERENCE')).trim();
  return {
    place: id,
    venue: found.venue && { ...found.venue, coordinates: coordinates && { ...coordinates } },
    online: found.online ?? (/^https?:/i.test(conference) ? conference : undefined),
  };
}

/** Why a file has a place that its calendar does not name. */
function placeNote(line: number, place: string, location: string, { calendarOfPlace }: ImportWishes): Note {
  if (calendarOfPlace !== undefined)
    return { line, key: 'place-of-calendar', values: { place, calendar: calendarOfPlace } };
  if (location === '') return { line, key: 'no-location', values: { place } };
  return { line, key: 'unknown-location', values: { place, location } };
}

function organiserFields(event: Component): ContentFields {
  const property = propertyOf(event, 'ORGANIZER');
  const name = plainLine(property?.parameters.get('CN') ?? '', LONGEST.name);
  if (!property || name === '') return {};
  const email = property.value.replace(/^mailto:/i, '').trim();
  // A calendar's own mailbox answers no one; a name that is an address is no name.
  const isOwn = /@(?:group|import|resource)\.(?:v\.)?calendar\.google\.com$/i.test(email);
  if (name.includes('@')) return {};
  const url = textOf(propertyOf(event, 'URL')).trim();
  return {
    organiser: {
      name,
      url: /^https?:\/\//i.test(url) ? url : undefined,
      email: !isOwn && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined,
    },
  };
}

function kindsOf(event: Component, { kind, kinds, kindForNow }: ImportWishes, notes: Note[]): string[] {
  if (kind !== undefined) return [kind];
  const [property] = propertiesOf(event, 'CATEGORIES');
  const found = incomingKinds(propertiesOf(event, 'CATEGORIES').flatMap(textsOf), kinds);
  if (found.length > 0) return found;
  const categories = property ? textOf(property) : '';
  const [meant] = kindsMeant(textOf(propertyOf(event, 'SUMMARY')), kinds);
  if (meant !== undefined) {
    notes.push({ line: lineOf(event, 'SUMMARY'), key: 'kind-of-title', values: { kind: meant } });
    return [meant];
  }
  notes.push(
    property
      ? { line: property.line, key: 'unknown-categories', values: { kind: kindForNow, categories } }
      : { line: event.line, key: 'no-categories', values: { kind: kindForNow } },
  );
  return [kindForNow];
}

/** What subscribers are told of an event that is cancelled, or has dates that are. */
function changesOf(
  event: Component,
  isCancelled: boolean,
  repeats: SeriesFields | undefined,
  { locale, now }: ImportWishes,
): ContentFields['changes'] {
  const isChanged = (repeats?.moved?.length ?? 0) + (repeats?.cancelled?.length ?? 0) > 0;
  if (!isCancelled && !isChanged) return undefined;
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})/.exec(propertyOf(event, 'LAST-MODIFIED')?.value.trim() ?? '') ?? [];
  const modified = parseInstant(`${year}-${month}-${day}T${hour}:${minute}Z`);
  const date = modified && modified < now ? modified : now;
  return [{ date: writtenInstant(date), text: incomingText(locale, isCancelled ? 'cancelled' : 'datesChanged') }];
}

/** Names what a file has no place for, once for the event. */
function leftOut(event: Component, locale: Locale, notes: Note[]): void {
  const counts = [
    ['guests', propertiesOf(event, 'ATTENDEE').length],
    ['attachments', propertiesOf(event, 'ATTACH').length],
    ['contacts', propertiesOf(event, 'CONTACT').length],
    ['comments', propertiesOf(event, 'COMMENT').length],
    ['alarms', event.children.filter(({ name }) => name === 'VALARM').length],
  ] as const;
  const things = counts.filter(([, count]) => count > 0).map(([key, count]) => incomingText(locale, key, { count }));
  if (things.length > 0) notes.push({ line: event.line, key: 'left-out', values: { things: things.join(', ') } });
  if (wordOf(event, 'STATUS') === 'TENTATIVE') notes.push({ line: lineOf(event, 'STATUS'), key: 'tentative' });
}

/** The text, with the address of more that the calendar gives. */
function bodyOf(event: Component, text: string, fields: ContentFields, locale: Locale): string {
  const url = textOf(propertyOf(event, 'URL')).trim();
  const shown = JSON.stringify(fields);
  const more = link('', url);
  if (more === '' || shown.includes(url) || text.includes(`(${url})`)) return text;
  return [text, incomingText(locale, 'more', { link: '\u0000' }).replace('\u0000', () => more)]
    .filter(Boolean)
    .join('\n\n');
}

/** Fields that every event needs. */
const NEEDED = new Set(['title', 'description', 'start', 'place', 'kinds']);

/** Leaves out what the schema refuses: a file that is written is valid. */
function keepValid(
  fields: ContentFields & { title: string },
  line: number,
  locale: Locale,
  notes: Note[],
): { fields: ContentFields & { title: string }; parsed: EventFrontMatter } | Note {
  let kept = fields;
  for (let round = 0; ; round += 1) {
    const { data, error } = SCHEMA.safeParse(given(kept));
    if (data) return { fields: kept, parsed: data };
    const [issue] = error.issues;
    const field = String(issue?.path[0] ?? '');
    const { reason } = messageText(messageOf(issue ?? { message: '' }), locale);
    if (NEEDED.has(field) || !(field in kept) || round > 20)
      return { line, key: 'not-valid', values: { field, reason } };
    notes.push({ line, key: 'field-left-out', values: { field, reason } });
    const { [field]: _, ...rest } = kept;
    kept = { ...rest, title: fields.title };
  }
}

/** Fields as a file would have them: what is undefined is not there. */
export function given<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(given) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, given(inner as unknown)]),
  ) as Value;
}
