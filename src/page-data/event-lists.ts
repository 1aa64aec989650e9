/** The lists of an edition's events: what is to come, by kind, by place, by month, and what was. */
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { type EventDate } from '#src/newsroom/event-dates.ts';
import { comingEvents, eventKindAddress, eventPlaceAddress } from '#src/newsroom/list-addresses.ts';
import { kindEventVersions, placeEventVersions } from '#src/seo/event-list-versions.ts';
import { eventListPath, eventListUrl, localeParam, segment } from '#src/urls.ts';
import { subscriptionTo } from './event-calendar-links.ts';
import { chromeOf } from './page-chrome.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { listedDays } from './shown-event.ts';
import { pageProps, sourcesDigest, staticPath, type StaticPath } from './static-path.ts';
import { type EventList, type EventListPage, nextOf, headOf, ways, nothing } from './event-list.ts';
import { monthLists, pastList } from './event-months.ts';
import { comingList } from './coming-events.ts';

type EventListRoute = StaticPath<
  { locale: string | undefined; events: string; list: string | undefined },
  { page: EventListPage }
>;

const LIST_GROUPS = 64;

/** The pages that list an edition's events; none if it has none. @param now the instant of the build */
export function eventListGroups(
  edition: Edition,
  editions: readonly Edition[],
  now: Date,
): PageGroup<EventListRoute>[] {
  if (edition.events.all.length === 0) return [];
  const { locale } = edition;
  const params = { locale: localeParam(locale), events: segment(locale, 'events') };
  const lists = [
    comingList(edition, editions, now),
    ...edition.events.kinds.map((kind) => namedList(edition, editions, 'kind', kind.id, now)),
    ...edition.events.places.map((place) => namedList(edition, editions, 'place', place.id, now)),
    ...monthLists(edition, editions),
    pastList(edition, editions, now),
  ];
  // Lists lead to one another: one that comes or goes changes the others.
  const others = sourcesDigest({ ways: ways(edition) });
  return groupPages(edition, lists, {
    groups: LIST_GROUPS,
    nameOf: ({ address }) => eventListPath(address),
    countOf: () => 1,
    fingerprint: ({ dates, also, versions }) =>
      `${datesFingerprint(dates)} ${also} ${versions.map(eventListUrl).join(' ')} ${others}`,
    pathsFor: (some) =>
      some.map(({ address, versions, page }) => {
        const translations = versions
          .filter((version) => version.locale !== locale)
          .map((version) => ({ locale: version.locale, href: eventListUrl(version) }));
        const shown = { ...page(), chrome: chromeOf(edition), translations };
        return staticPath({ ...params, list: eventListPath(address) || undefined }, shown, pageProps);
      }),
  });
}

const datesFingerprint = (dates: readonly EventDate[]) =>
  dates.map(({ event, occurrence }) => `${event.digest} ${occurrence.id}`).join('\n');

/** The next date of each event of a kind or place. */
function namedList(
  edition: Edition,
  editions: readonly Edition[],
  by: 'kind' | 'place',
  id: string,
  now: Date,
): EventList {
  const { locale, events } = edition;
  const t = translator(locale);
  const kind = events.kind.get(id);
  const place = edition.place.get(id);
  const isKind = by === 'kind';
  const address = isKind && kind ? eventKindAddress(edition, kind) : eventPlaceAddress(edition, { id });
  const versions = isKind && kind ? kindEventVersions(editions, kind) : placeEventVersions(editions, id);
  const dates = nextOf(edition, (isKind ? events.byKind : events.byPlace).get(id) ?? []);
  const name = typeset((isKind ? kind?.title[locale] : place?.name[locale]) ?? id);
  return {
    address,
    versions,
    dates,
    also: dates
      .filter(({ occurrence }) => occurrence.start <= now)
      .map(({ event }) => event.id)
      .join(),
    page: () => {
      const title = isKind ? name : t('eventsIn', { name });
      const description = isKind
        ? typeset(kind?.description?.[locale] ?? t('eventsOfKindDescription', { name }))
        : undefined;
      return {
        ...nothing,
        // A topic may have the same name.
        head: headOf(
          edition,
          address,
          versions,
          isKind ? `${name} · ${t('events')}` : title,
          description ?? `${title}.`,
          dates,
        ),
        kicker: { text: t('events'), href: eventListUrl(comingEvents(edition)) },
        title,
        description,
        sections: dates.length > 0 ? [{ title: undefined, days: listedDays(edition, dates, now) }] : [],
        empty: isKind ? t('noEventsOfKind') : t('noEventsInPlace'),
        subscription: subscriptionTo(edition, address, name),
        ways: ways(edition),
      };
    },
  };
}
