import { monthAfter } from '#src/events/calendar-day.ts';
import { comingOccurrences, type Occurrence } from '#src/events/occurrences.ts';
import { compareText } from '#src/schemas/problem.ts';
import { changedText } from './assemble.ts';
import { datesByMonth, lastEnd, monthOf, type EventDate } from './event-dates.ts';
import type { Event, EventKind, Newsroom, Place } from './newsroom.ts';
import { isPublished } from './visibility.ts';

/** The events that readers of an edition can see, and what they are listed by. What is over is among them: it keeps its page. */
export interface EditionEvents {
  /** By their first start. */
  all: readonly Event[];
  /** With at least one event: in the publisher's order, and by id. */
  kinds: readonly EventKind[];
  places: readonly Place[];
  /** By id: what an event may name. */
  kind: ReadonlyMap<string, EventKind>;
  byKind: ReadonlyMap<string, readonly Event[]>;
  byPlace: ReadonlyMap<string, readonly Event[]>;
  /** The next dates of each event by its id, those that are on included; none if it is over. */
  coming: ReadonlyMap<string, readonly Occurrence[]>;
  /** What calendars hold: all that is to come, and what ended in this month or the last. */
  followed: readonly Event[];
  /** `2026/11`, on the paper's clock. */
  thisMonth: string;
  /** The dates of each month that has a page: `2026/11`. */
  months: ReadonlyMap<string, readonly EventDate[]>;
}

/** The next dates of a series that its page lists. */
export const MOST_COMING = 6;

/** The events that are published at an instant, as readers may see them then: without changes dated later. */
export function publishedEvents({ events }: Pick<Newsroom, 'events'>, now: Date): Event[] {
  return events
    .filter((event) => isPublished(event, now))
    .map((event) => {
      const changes = event.changes.filter(({ date }) => date <= now);
      return changes.length === event.changes.length ? event : changedText(event, changes, { changes });
    })
    .sort((a, b) => compareText(a.start, b.start) || compareText(a.id, b.id));
}

/** By months, so that a calendar does not change every day: what was missed can still be found for some weeks. */
function isFollowed(event: Event, now: Date): boolean {
  const end = lastEnd(event);
  // What ends at midnight ended the day before.
  return (
    !end || monthOf(new Date(end.getTime() - 1)).replace('/', '-') >= monthAfter(monthOf(now).replace('/', '-'), -1)
  );
}

/** @param events published ones of the edition's language */
export function editionEvents(newsroom: Newsroom, events: readonly Event[], now: Date): EditionEvents {
  const kinds = [...newsroom['event-kinds']].sort((a, b) => a.order - b.order || compareText(a.id, b.id));
  const byKind = Map.groupBy(
    events.flatMap((event) => event.kinds.map((id) => ({ id, event }))),
    ({ id }) => id,
  );
  const byPlace = Map.groupBy(events, ({ place }) => place);
  return {
    all: events,
    kinds: kinds.filter(({ id }) => byKind.has(id)),
    places: newsroom.places.filter(({ id }) => byPlace.has(id)),
    kind: new Map(kinds.map((kind) => [kind.id, kind])),
    byKind: new Map([...byKind].map(([id, named]) => [id, named.map(({ event }) => event)])),
    byPlace,
    coming: new Map(events.map((event) => [event.id, comingOccurrences(event, now, MOST_COMING)])),
    followed: events.filter((event) => isFollowed(event, now)),
    thisMonth: monthOf(now),
    months: datesByMonth(events, now),
  };
}
