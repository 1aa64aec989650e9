import { comingOccurrences, type EventTimes } from './occurrences.ts';

/**
 * The next instant at which an event begins or ends by itself.
 * @returns after `now`; undefined if all its dates are over
 */
export function nextTurn(event: EventTimes, now: Date): Date | undefined {
  let next: Date | undefined;
  for (const { start, end } of comingOccurrences(event, now, MOST_AT_ONCE))
    for (const turn of [start, end]) if (turn > now && (!next || turn < next)) next = turn;
  return next;
}

/** Dates of one event that are on at the same time, and one more: an exhibition with daily tours has two. */
const MOST_AT_ONCE = 8;
