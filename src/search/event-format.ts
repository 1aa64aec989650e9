/**
 * The file of an index that says when its events are. A reader who searches stories alone never loads it; results and filters ask it by
 * the reader's clock, so that what is over is never shown as to come, however old the site is.
 */

/** When an event of the index is. */
export interface IndexedEvent {
  /** Its number among the articles. */
  number: number;
  /** The zone of its clock. */
  zone: string;
  isAllDay: boolean;
  /** In order, without those that are cancelled. */
  dates: readonly IndexedDate[];
}

/** In minutes since 1970; the end is exclusive. */
export interface IndexedDate {
  start: number;
  end: number;
}

export interface IndexedEvents {
  /** Of the paper's clock: `America/Cancun`. */
  paperZone: string;
  /** By their numbers. */
  events: ReadonlyMap<number, IndexedEvent>;
}

/** Gaps and lengths, which are alike in a series: compressed, a weekly one has a few bytes. */
type WrittenEvent = [number: number, zone: number, isAllDay: 0 | 1, ...gapsAndLengths: number[]];

interface WrittenEvents {
  paperZone: string;
  zones: readonly string[];
  events: readonly WrittenEvent[];
}

export function encodeEvents(paperZone: string, events: readonly IndexedEvent[]): string {
  const zones = [...new Set(events.map(({ zone }) => zone))];
  const written = events.map(({ number, zone, isAllDay, dates }): WrittenEvent => {
    const pairs = dates.flatMap(({ start, end }, at) => [start - (dates[at - 1]?.start ?? 0), end - start]);
    return [number, zones.indexOf(zone), isAllDay ? 1 : 0, ...pairs];
  });
  return JSON.stringify({ paperZone, zones, events: written } satisfies WrittenEvents);
}

export function decodeEvents(text: string): IndexedEvents {
  const { paperZone, zones, events } = JSON.parse(text) as WrittenEvents;
  return {
    paperZone,
    events: new Map(
      events.map(([number, zone, isAllDay, ...pairs]) => {
        const dates: IndexedDate[] = [];
        let start = 0;
        for (let at = 0; at < pairs.length; at += 2) {
          start += pairs[at] ?? 0;
          dates.push({ start, end: start + (pairs[at + 1] ?? 0) });
        }
        return [number, { number, zone: zones[zone] ?? 'UTC', isAllDay: isAllDay === 1, dates }];
      }),
    ),
  };
}
