import { dayAfter } from '#src/events/calendar-day.ts';
import { firstOccurrence, localTime } from '#src/events/occurrences.ts';
import { seriesDays } from '#src/events/series-days.ts';
import type { EventFrontMatter } from '#src/schemas/event.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, rule, type Finding, type ReadText, type TextRule } from '../rule.ts';

type Series = EventFrontMatter & { repeats: NonNullable<EventFrontMatter['repeats']> };

const seriesOf = ({ event }: Pick<ReadText, 'event'>): Series | undefined =>
  event?.repeats ? (event as Series) : undefined;

const startDay = ({ zone, start }: EventFrontMatter) => localTime(zone, start).slice(0, 10);

/** How far around a day its series is searched: a yearly one has a date in each year. */
const NEAR_DAYS = 400;

/** What is wrong with an event that its schema cannot see, because it needs the event's dates. */
export const EVENT_RULES: readonly TextRule[] = [
  rule('never-happens', 'error', (text) => {
    const event = seriesOf(text);
    if (!event || firstOccurrence(event)) return [];
    return [{ path: ['repeats'], ...finding('never-happens') }];
  }),
  rule('start-off-series', 'error', (text) => {
    const event = seriesOf(text);
    if (!event) return [];
    const day = startDay(event);
    const [first] = seriesDays(day, event.repeats, day, dayAfter(day, NEAR_DAYS));
    if (first === undefined || first === day) return [];
    return [{ path: ['start'], value: showValue(event.start), ...finding('start-off-series', { first }) }];
  }),
  rule('no-such-date', 'error', (text) => {
    const event = seriesOf(text);
    if (!event) return [];
    const { except, moved, cancelled, also } = event.repeats;
    const added = new Set(also.map((time) => localTime(event.zone, time).slice(0, 10)));
    const named = [
      ...except.map((day, index) => ({ day, path: ['except', index] })),
      ...moved.map(({ from: day }, index) => ({ day, path: ['moved', index, 'from'] })),
      ...cancelled.map(({ date: day }, index) => ({ day, path: ['cancelled', index, 'date'] })),
    ];
    return named
      .filter(({ day }) => !added.has(day) && seriesDays(startDay(event), event.repeats, day, day).length === 0)
      .map(({ day, path }) => ({ path: ['repeats', ...path], value: showValue(day), ...noSuchDate(event, day) }));
  }),
  rule('silent-change', 'warning', ({ event }) => {
    if (!event || event.changes.length > 0) return [];
    if (event.status !== 'scheduled')
      return [{ path: ['status'], value: showValue(event.status), ...finding('silent-change') }];
    const changed = (['moved', 'cancelled'] as const).find((list) => (event.repeats?.[list].length ?? 0) > 0);
    return changed ? [{ path: ['repeats', changed], ...finding('silent-change') }] : [];
  }),
  rule('midnight-start', 'warning', ({ event }) =>
    event?.start.slice(11, 16) === '00:00'
      ? [{ path: ['start'], value: showValue(event.start), ...finding('midnight-start') }]
      : [],
  ),
  rule('night-start', 'warning', ({ event }) => {
    const clock = event?.start.slice(11, 16) ?? '';
    if (!event || clock < '01:00' || clock >= '05:00') return [];
    const meant = `${event.start.slice(0, 11)}${Number(clock.slice(0, 2)) + 12}${clock.slice(2)}`;
    return [{ path: ['start'], value: showValue(event.start), ...finding('night-start', { clock, meant }) }];
  }),
];

/** With the days of the series before and after the one that was written. */
function noSuchDate(event: Series, day: string): Finding {
  const start = startDay(event);
  const before = seriesDays(start, event.repeats, dayAfter(day, -NEAR_DAYS), day).at(-1);
  const [after] = seriesDays(start, event.repeats, day, dayAfter(day, NEAR_DAYS));
  const near = [before, after].filter((one) => one !== undefined).join(', ');
  return near ? finding('no-such-date', { near }) : finding('no-such-date.none');
}
