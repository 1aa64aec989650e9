import type { Event as EventThing, EventSeries, ItemList } from 'schema-dts';
import { localTime, type Occurrence } from '#src/events/occurrences.ts';
import { instantOf, offsetAt } from '#src/schemas/zone-time.ts';
import type { Event, Place } from '#src/newsroom/newsroom.ts';
import { socialPictureUrl } from '#src/pictures/renditions.ts';
import { placeNode } from './place-node.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, eventUrl } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';

/** What of an event is told to search engines. */
interface EventFacts {
  site: Site;
  event: Event;
  place: Place;
  /** Its next dates, or its last one if it is over. */
  dates: readonly Occurrence[];
}

const STATUS = {
  scheduled: 'EventScheduled',
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
  'moved-online': 'EventMovedOnline',
  rescheduled: 'EventRescheduled',
} as const;

/**
 * An event as schema.org has it (developers.google.com/search/docs/appearance/structured-data/event): one date as an Event, a series
 * as an EventSeries with its next dates.
 */
export function eventNode(facts: EventFacts): Exclude<EventThing | EventSeries, string> {
  const { event, dates } = facts;
  const [first] = dates;
  if (!first) return { ...shared(facts), '@type': 'Event', startDate: event.start };
  if (!event.repeats) return dateNode(facts, first);
  return {
    ...shared(facts),
    '@type': 'EventSeries',
    startDate: times(event, first).startDate,
    // Each is a thing of its own, named for ever by the start that its rule gives it.
    subEvent: dates.map((date) => ({
      ...(dateNode(facts, date) as object),
      '@type': 'Event',
      '@id': `${address(facts)}#${date.id}`,
    })),
  };
}

/** A list of events, in order. */
export function eventListNode(site: Site, events: readonly Event[]): Exclude<ItemList, string> {
  return {
    '@type': 'ItemList',
    itemListElement: events.map((event, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: event.title,
      url: absoluteUrl(site.url, eventUrl(event)),
    })),
  };
}

function dateNode(facts: EventFacts, date: Occurrence): Exclude<EventThing, string> {
  const { event } = facts;
  const previous = event.previousStart ?? (date.isMoved ? date.id : undefined);
  const status = date.isCancelled
    ? 'cancelled'
    : date.isMoved && event.status === 'scheduled'
      ? 'rescheduled'
      : event.status;
  return {
    ...shared(facts),
    '@type': 'Event',
    ...times(event, date),
    eventStatus: `https://schema.org/${STATUS[status]}` as const,
    ...(status === 'rescheduled' && previous !== undefined && { previousStartDate: withOffset(event.zone, previous) }),
  };
}

function times(event: Event, { start, end, isAllDay, hasEnd, firstDay, lastDay }: Occurrence) {
  if (isAllDay) return { startDate: firstDay, endDate: lastDay };
  return { startDate: zoned(event.zone, start), ...(hasEnd && { endDate: zoned(event.zone, end) }) };
}

const address = ({ site, event }: EventFacts) => absoluteUrl(site.url, eventUrl(event));

function shared(facts: EventFacts) {
  const { site, event, place } = facts;
  const { locale, venue, organiser, online, price, tickets, picture, status } = event;
  const url = address(facts);
  return {
    '@id': url,
    name: event.title,
    description: event.description,
    url,
    inLanguage: locale,
    eventAttendanceMode:
      `https://schema.org/${status === 'moved-online' ? 'Online' : online ? 'Mixed' : 'Offline'}EventAttendanceMode` as const,
    location: [
      ...(status === 'moved-online' ? [] : [placeNode(locale, place, venue)]),
      ...(online ? [{ '@type': 'VirtualLocation' as const, url: safeAddress(online) }] : []),
    ],
    ...(organiser && {
      organizer: {
        '@type': 'Organization' as const,
        name: organiser.name,
        ...(organiser.url && { url: safeAddress(organiser.url) }),
      },
    }),
    ...(picture && { image: [absoluteUrl(site.url, socialPictureUrl(picture))] }),
    ...(price &&
      price.kind !== 'words' && {
        offers: offer(price, tickets ? safeAddress(tickets) : url),
        isAccessibleForFree: price.kind === 'free',
      }),
  };
}

function offer(price: { kind: 'free' } | { kind: 'amount'; amount: number; currency: string }, url: string) {
  const { amount, currency } = price.kind === 'free' ? { amount: 0, currency: 'MXN' } : price;
  const availability = 'https://schema.org/InStock' as const;
  return { '@type': 'Offer' as const, price: amount, priceCurrency: currency, url, availability };
}

/** `2026-12-05T20:00:00-05:00`, on the clock of a zone. */
export function zoned(zone: string, instant: Date): string {
  const offset = offsetAt(zone, instant.getTime());
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function withOffset(zone: string, written: string): string {
  return written.length === 10 ? written : zoned(zone, instantOf(zone, localTime(zone, written)));
}
