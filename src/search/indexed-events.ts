import type { Occurrence } from '#src/events/occurrences.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import type { IndexedEvent } from './event-format.ts';
import { isEvent } from './search-record.ts';

/**
 * When the events of an edition are, for its index: the dates from this month on for a year, or the last one of what was. By months, so
 * that the index is the same from day to day.
 * @param texts of the index, in its order
 */
export function indexedEvents({ events }: Edition, texts: readonly (Article | Event)[]): IndexedEvent[] {
  if (events.all.length === 0) return [];
  const coming = new Map<Article | Event, Set<Occurrence>>();
  const last = new Map<Article | Event, Occurrence>();
  for (const [month, dates] of events.months)
    for (const { event, occurrence } of dates) {
      if (occurrence.isCancelled) continue;
      last.set(event, occurrence);
      // A date that goes on into the next month is in both.
      if (month >= events.thisMonth) coming.set(event, (coming.get(event) ?? new Set()).add(occurrence));
    }
  return texts.flatMap((event, number): IndexedEvent[] => {
    if (!isEvent(event)) return [];
    const known = coming.get(event) ?? last.get(event);
    const dates =
      known === undefined ? laterDates(events.coming.get(event.id) ?? []) : known instanceof Set ? [...known] : [known];
    return [
      {
        number,
        zone: event.zone,
        isAllDay: dates[0]?.isAllDay ?? false,
        dates: dates.map(({ start, end }) => ({ start: minutes(start), end: minutes(end) })),
      },
    ];
  });
}

/** Of an event that is more than a year away, or whose every date is cancelled. */
function laterDates(dates: readonly Occurrence[]): readonly Occurrence[] {
  const held = dates.filter(({ isCancelled }) => !isCancelled);
  return held.length > 0 ? held : dates;
}

const minutes = (instant: Date) => Math.round(instant.getTime() / 60_000);
