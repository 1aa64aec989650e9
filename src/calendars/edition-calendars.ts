import { translator } from '#src/i18n/translate.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { textNumber } from '#src/keys/text-number.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { comingEvents, eventKindAddress, eventPlaceAddress } from '#src/newsroom/list-addresses.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import { calendarUrl, eventListPath, eventListUrl, eventUrl, type EventListAddress } from '#src/urls.ts';
import { calendarFingerprint, type CalendarEvent, type CalendarFacts } from './calendar.ts';

/** Calendars that share a cache key. */
export interface CalendarGroup {
  name: string;
  key: string;
  count: number;
  calendars: () => readonly PlacedCalendar[];
}

/** A calendar, and where it is below the address of all events. */
export interface PlacedCalendar {
  /** `kind/music`, an event's slug; undefined for everything. */
  list: string | undefined;
  facts: CalendarFacts;
}

const SINGLE_GROUPS = 512;

/** Every calendar of an edition: of all its events, of each kind and place, and of each event. */
export function calendarGroups(edition: Edition): CalendarGroup[] {
  const { locale, site, events, namesDigest } = edition;
  if (events.all.length === 0) return [];
  const t = translator(locale);
  const shared = shortDigest(`${locale} ${yearOf(edition)} ${JSON.stringify(site)} ${namesDigest}`);
  const followed = new Set(events.followed);
  const listed = (some: readonly Event[]) =>
    some.filter((event) => followed.has(event)).map((event) => withNames(edition, event));
  const list = (address: EventListAddress, name: string, some: readonly Event[]): CalendarGroup => {
    const held = listed(some);
    const url = calendarUrl(eventListUrl(address));
    const facts = { site, locale, name, description: site.tagline[locale], url, events: held, year: yearOf(edition) };
    const path = eventListPath(address);
    return {
      name: `${locale} list ${path}`,
      key: shortDigest(`${shared} ${name} ${calendarFingerprint(held)}`),
      count: 1,
      calendars: () => [{ list: path || undefined, facts }],
    };
  };
  const named = (name: string) => t('calendarNameOf', { paper: site.name, name });
  return [
    list(comingEvents(edition), t('calendarName', { paper: site.name }), events.all),
    ...events.kinds.map((kind) =>
      list(eventKindAddress(edition, kind), named(kind.title[locale]), events.byKind.get(kind.id) ?? []),
    ),
    ...events.places.map((place) =>
      list(eventPlaceAddress(edition, place), named(place.name[locale]), events.byPlace.get(place.id) ?? []),
    ),
    ...[...Map.groupBy(events.all, ({ id }) => textNumber(id) % SINGLE_GROUPS)].map(
      ([number, some]): CalendarGroup => ({
        name: `${locale} events ${number}`,
        key: shortDigest(`${shared} ${some.map(({ digest }) => digest).join(' ')}`),
        count: some.length,
        calendars: () => some.map((event) => calendarOf(edition, event)),
      }),
    ),
  ];
}

const yearOf = ({ events }: Edition) => Number(events.thisMonth.slice(0, 4));

/** The calendar of one event, for those who want no more than that. */
function calendarOf(edition: Edition, event: Event): PlacedCalendar {
  const { site, locale } = edition;
  const { title: name, description, slug: list } = event;
  const about = { site, locale, name, description, url: calendarUrl(eventUrl(event)), year: yearOf(edition) };
  return { list, facts: { ...about, events: [withNames(edition, event)] } };
}

/** @throws Error on a name that the edition does not have: names are checked before, so that is a bug */
function withNames({ place, events }: Edition, event: Event): CalendarEvent {
  const at = place.get(event.place);
  if (!at) throw new Error(`${event.file} names “${event.place}”, which the edition does not hold`);
  return { event, place: at, kinds: event.kinds.flatMap((id) => events.kind.get(id) ?? []) };
}
