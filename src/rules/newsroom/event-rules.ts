import { hasLastDate } from '#src/events/occurrences.ts';
import { isOver, lastEnd } from '#src/newsroom/event-dates.ts';
import { FAR_KM, kilometres } from '#src/newsroom/kilometres.ts';
import type { Event, Newsroom, Place } from '#src/newsroom/newsroom.ts';
import { MAIN_LOCALE } from '#src/schemas/locale.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { withoutAccents } from '#src/schemas/plain-letters.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, rule, type FileFinding, type NewsroomRule } from '../rule.ts';

/** How long a series may go on before somebody asks again whether it is still on. */
const LONGEST_SERIES_MS = 2 * 366 * 86_400_000;

/** What is wrong with events that one file does not show alone. */
export const EVENT_NEWSROOM_RULES: readonly NewsroomRule[] = [
  rule('endless-series', 'warning', ({ newsroom: { events }, now }) =>
    events.flatMap((event): FileFinding[] => {
      if (!event.repeats || !now || event.draft) return [];
      const end = lastEnd(event);
      const isEndless = !hasLastDate(event) || (end !== undefined && end.getTime() - now.getTime() > LONGEST_SERIES_MS);
      if (!isEndless) return [];
      const { until } = event.repeats;
      const at = until === undefined ? { path: ['repeats'] } : { path: ['repeats', 'until'], value: showValue(until) };
      return [{ file: event.file, ...at, ...finding('endless-series') }];
    }),
  ),
  rule('featured-past', 'warning', ({ newsroom: { events }, now }) =>
    events
      .filter((event) => event.featured && now && isOver(event, now))
      .map(({ file }) => ({ file, path: ['featured'], ...finding('featured-past') })),
  ),
  rule('venue-far', 'warning', ({ newsroom }) =>
    withPlaces(newsroom).flatMap(({ event, place }) => {
      const at = event.venue?.coordinates;
      const distance = at ? Math.round(kilometres(at, place)) : 0;
      if (distance <= FAR_KM) return [];
      const values = { distance, place: place.name[MAIN_LOCALE] };
      return [{ file: event.file, path: ['venue', 'coordinates'], ...finding('venue-far', values) }];
    }),
  ),
  rule('zone-of-place', 'warning', ({ newsroom }) => {
    const home = homeState(newsroom);
    return withPlaces(newsroom)
      .filter(({ event, place }) => event.zone === SITE_ZONE && event.start.length === 16 && place.state !== home)
      .map(({ event, place }) => ({
        file: event.file,
        path: ['start'],
        value: showValue(event.start),
        ...finding('zone-of-place', { place: place.name[MAIN_LOCALE] }),
      }));
  }),
  rule('translations-differ', 'warning', ({ newsroom: { events } }) => {
    const first = new Map<string, Event>();
    return events.flatMap((event): FileFinding[] => {
      const { translationKey: key, file } = event;
      const other = key === undefined ? undefined : first.get(key);
      if (key !== undefined && !other) first.set(key, event);
      const field = other && SAME_IN_BOTH.find((name) => JSON.stringify(event[name]) !== JSON.stringify(other[name]));
      if (!other || !field || other.locale === event.locale) return [];
      return [
        {
          file,
          path: [field],
          value: showValue(event[field]),
          ...finding('translations-differ', { file: other.file }),
        },
      ];
    });
  }),
  rule('twin-event', 'warning', ({ newsroom: { events } }) => {
    const alike = new Map<string, Event>();
    return events.flatMap((event): FileFinding[] => {
      if (event.draft) return [];
      const key = [event.locale, event.start, event.place, wordsOf(event.title)].join(' ');
      const other = alike.get(key);
      if (!other) alike.set(key, event);
      return other ? [{ file: event.file, path: ['title'], ...finding('twin-event', { file: other.file }) }] : [];
    });
  }),
];

/** What both languages say alike. */
const SAME_IN_BOTH = ['start', 'end', 'duration', 'zone', 'place', 'status', 'previousStart'] as const;

function withPlaces({ events, places }: Newsroom): { event: Event; place: Place }[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return events.flatMap((event) => {
    const place = byId.get(event.place);
    return place ? [{ event, place }] : [];
  });
}

/** The state of most places: its clock is the paper's. */
function homeState({ places }: Newsroom): string | undefined {
  const states = [...Map.groupBy(places, ({ state }) => state)];
  return states.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

/** A title's longer words in any order, without accents: “Feria del mezcal” and “La feria de mezcal” are alike. */
function wordsOf(title: string): string {
  const words =
    withoutAccents(title)
      .toLowerCase()
      .match(/[a-z0-9]{4,}/g) ?? [];
  return words.sort().join(' ');
}
