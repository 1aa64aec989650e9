/** Which editions have a list of events: for the page's `hreflang`, its language links and the sitemap alike. */
import type { Edition } from '#src/newsroom/edition.ts';
import {
  comingEvents,
  eventKindAddress,
  eventMonth,
  eventPlaceAddress,
  pastEvents,
} from '#src/newsroom/list-addresses.ts';
import type { EventKind } from '#src/newsroom/newsroom.ts';
import type { EventListAddress } from '#src/urls.ts';

type Editions = readonly Edition[];
type Versions = readonly EventListAddress[];

const withEvents = (editions: Editions) => editions.filter(({ events }) => events.all.length > 0);

export const eventListVersions = (editions: Editions, addressOf: (edition: Edition) => EventListAddress): Versions =>
  withEvents(editions).map(addressOf);

export const kindEventVersions = (editions: Editions, kind: EventKind): Versions =>
  editions.filter(({ events }) => events.byKind.has(kind.id)).map((edition) => eventKindAddress(edition, kind));

export const placeEventVersions = (editions: Editions, id: string): Versions =>
  editions.filter(({ events }) => events.byPlace.has(id)).map((edition) => eventPlaceAddress(edition, { id }));

export const monthEventVersions = (editions: Editions, month: string): Versions =>
  editions.filter(({ events }) => events.months.has(month)).map((edition) => eventMonth(edition, month));

/** All lists of an edition's events, each in all its versions. */
export function everyEventListOf(edition: Edition, editions: Editions): Versions[] {
  const { events } = edition;
  if (events.all.length === 0) return [];
  return [
    eventListVersions(editions, comingEvents),
    ...events.kinds.map((kind) => kindEventVersions(editions, kind)),
    ...events.places.map(({ id }) => placeEventVersions(editions, id)),
    ...[...events.months.keys()].map((month) => monthEventVersions(editions, month)),
    eventListVersions(editions, pastEvents),
  ];
}
