/** An event's dates by the reader's clock. */
import type { IndexedDate, IndexedEvent, IndexedEvents } from './event-format.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** The midnight with which the paper's day begins. @param now in milliseconds */
export function startOfDay({ paperZone }: IndexedEvents, now: number): number {
  const midnight = Math.floor((now + aheadOfUtc(paperZone, now)) / DAY_MS) * DAY_MS;
  // The clock may have been put back or forward since.
  return midnight - aheadOfUtc(paperZone, midnight - aheadOfUtc(paperZone, now));
}

/** How far a zone's clock is ahead of UTC, in milliseconds. */
function aheadOfUtc(zone: string, instant: number): number {
  const second = Math.floor(instant / 1_000) * 1_000;
  return Date.parse(`${machineTime(new Date(second), zone).replace(' ', 'T')}Z`) - second;
}

/** `2026-12-05 20:00:00`: the Swedish form of a date is that of machines. */
const machineTime = (instant: Date, timeZone: string) => instant.toLocaleString('sv-SE', { timeZone });

/** The first date that is not over at an instant, or the last one if all are; undefined if there is none. */
export function shownDate({ dates }: IndexedEvent, now: number): { date: IndexedDate; isOver: boolean } | undefined {
  const next = dates.find(({ end }) => end * MINUTE_MS > now);
  const date = next ?? dates.at(-1);
  return date && { date, isOver: !next };
}

/** Those that come first, the soonest of them first; then those that are over, the latest of them first. */
export function bySoonest(events: readonly IndexedEvent[], now: number): IndexedEvent[] {
  const shown = events.map((event) => {
    const { date, isOver = true } = shownDate(event, now) ?? {};
    return { event, isOver, start: date?.start ?? 0 };
  });
  return shown
    .sort((a, b) => Number(a.isOver) - Number(b.isOver) || (a.isOver ? b.start - a.start : a.start - b.start))
    .map(({ event }) => event);
}

/** “Sat, 5 Dec 2026, 20:00”, on the event's clock, which is named if it is not the paper's, and the same for machines. */
export function dateText(
  { zone, isAllDay }: IndexedEvent,
  { start, end }: IndexedDate,
  { paperZone }: IndexedEvents,
  formattingTag: string,
): { text: string; dateTime: string } {
  const from = new Date(start * MINUTE_MS);
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
  const clock = machineTime(from, zone);
  const [written = '', time = ''] = clock.split(' ');
  if (!isAllDay) {
    const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const isElsewhere = clock !== machineTime(from, paperZone);
    const options = { ...day, ...hours, ...(isElsewhere && ({ timeZoneName: 'short' } as const)) };
    return { text: from.toLocaleString(formattingTag, options), dateTime: `${written}T${time.slice(0, 5)}` };
  }
  const lastDay = new Date(end * MINUTE_MS - 1);
  return { text: new Intl.DateTimeFormat(formattingTag, day).formatRange(from, lastDay), dateTime: written };
}
