import { formatDay } from '#src/i18n/event-words.ts';
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { type EventDate } from '#src/newsroom/event-dates.ts';
import {
  comingEvents,
  eventKindAddress,
  eventMonth,
  eventPlaceAddress,
  pastEvents,
} from '#src/newsroom/list-addresses.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import { eventListNode } from '#src/seo/json-ld/event-nodes.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { eventListUrl, type EventListAddress } from '#src/urls.ts';
import { eventsFeed, type Subscription } from './event-calendar-links.ts';
import { firstDayOf, type MonthGrid } from './event-month.ts';
import type { Link } from './link.ts';
import { type PageChrome } from './page-chrome.ts';
import { type ListedDate, type ListedDay } from './shown-event.ts';
import type { Translation } from './translation.ts';

/** A part of a list: days under a heading. */
export interface DaySection {
  /** “This weekend”; undefined if the page's title says it. */
  title: string | undefined;
  days: readonly ListedDay[];
}

/** What a page that lists events shows. */
export interface EventListPage {
  head: Head;
  chrome: PageChrome;
  kicker: Link | undefined;
  title: string;
  description: string | undefined;
  translations: readonly Translation[];
  featured: readonly ListedDate[];
  sections: readonly DaySection[];
  /** Of a month. */
  grid: MonthGrid | undefined;
  /** Years and their months, of what was. */
  years: readonly { text: string; months: readonly (Link & { count: string })[] }[];
  /** What the page says if it lists nothing. */
  empty: string;
  subscription: Subscription | undefined;
  /** Ways to other lists. */
  ways: readonly { title: string; links: readonly Link[] }[];
  previous: Link | undefined;
  next: Link | undefined;
}

/** A list, with what tells whether its page has changed. */
export interface EventList {
  address: EventListAddress;
  versions: readonly EventListAddress[];
  /** The dates that it shows, and what else it depends on. */
  dates: readonly EventDate[];
  also: string;
  page: () => Omit<EventListPage, 'chrome' | 'translations'>;
}

/** The next date of each of some events, in order. */
export function nextOf({ events }: Edition, some: readonly Event[]): EventDate[] {
  return some
    .flatMap((event) => (events.coming.get(event.id) ?? []).slice(0, 1).map((occurrence) => ({ event, occurrence })))
    .sort((a, b) => a.occurrence.start.getTime() - b.occurrence.start.getTime() || (a.event.id < b.event.id ? -1 : 1));
}

/** The head of a list's page. @param dates those that it shows */
export function headOf(
  edition: Edition,
  address: EventListAddress,
  versions: readonly EventListAddress[],
  title: string,
  description: string,
  dates: readonly EventDate[],
): Head {
  const { site, locale } = edition;
  const events = [...new Set(dates.map(({ event }) => event))].slice(0, MOST_IN_LIST);
  return makeHead({
    site,
    locale,
    title,
    description,
    url: eventListUrl(address),
    feed: eventsFeed(site, locale),
    translations: versions
      .filter((version) => version.locale !== locale)
      .map((version) => ({ locale: version.locale, href: eventListUrl(version) })),
    pageType: 'CollectionPage',
    parents:
      address.kind === 'coming'
        ? []
        : [{ text: translator(locale)('events'), href: eventListUrl(comingEvents(edition)) }],
    nodes: events.length > 0 ? [eventListNode(site, events)] : [],
  });
}

/** Events that search engines are told of in one list. */
const MOST_IN_LIST = 50;

/** The ways from a list to the others. */
export function ways(edition: Edition): EventListPage['ways'] {
  const { locale, events } = edition;
  const t = translator(locale);
  const months = [...events.months.keys()];
  return [
    {
      title: t('byKind'),
      links: events.kinds.map((kind) => ({
        text: typeset(kind.title[locale]),
        href: eventListUrl(eventKindAddress(edition, kind)),
      })),
    },
    {
      title: t('byPlace'),
      links: events.places.map((place) => ({
        text: typeset(place.name[locale]),
        href: eventListUrl(eventPlaceAddress(edition, place)),
      })),
    },
    {
      title: t('byMonth'),
      links: [
        ...months.slice(-MONTHS_SHOWN).map((month) => monthLink(edition, month)),
        { text: t('pastEvents'), href: eventListUrl(pastEvents(edition)) },
      ],
    },
  ];
}

/** The months of a year ahead, and this one. */
const MONTHS_SHOWN = 13;

/** A link to a month that has a page. */
export const monthLink = (edition: Edition, month: string): Link => ({
  text: formatDay(edition.locale, firstDayOf(month), 'month'),
  href: eventListUrl(eventMonth(edition, month)),
});

/** What most lists do without. */
export const nothing = {
  kicker: undefined,
  featured: [],
  grid: undefined,
  years: [],
  previous: undefined,
  next: undefined,
} as const;
