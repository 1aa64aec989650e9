import { occurrencesUntil, type Occurrence } from '#src/events/occurrences.ts';
import { HORIZON } from '#src/events/series-days.ts';
import { formatDay, languageWords } from '#src/i18n/event-words.ts';
import { LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { comingEvents, eventKindAddress, eventPlaceAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Event, EventKind, Place } from '#src/newsroom/newsroom.ts';
import { pictureSet } from '#src/pictures/renditions.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Price } from '#src/schemas/price.ts';
import type { Site } from '#src/schemas/site.ts';
import { eventNode } from '#src/seo/json-ld/event-nodes.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { shareUrls } from '#src/outside-urls.ts';
import { absoluteUrl, articleUrl, eventListUrl, eventUrl, localeParam, placeMapUrl, segment } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
import type { ArticlePage, ShownPlace } from './article.ts';
import { shownPicture, type ShownPicture } from './card.ts';
import { addToCalendar, eventsFeed } from './event-calendar-links.ts';
import type { Link } from './link.ts';
import { named } from './names.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { shownInstant, type ShownDate } from './shown-date.ts';
import { shownRepeats, shownWhen, stateOf, type ShownState } from './shown-event.ts';
import { eventPicture } from './social-pictures.ts';
import { staticPath, type StaticPath } from './static-path.ts';

/** What an event's page shows, except its body. */
export interface EventPage {
  head: Head;
  chrome: PageChrome;
  events: Link;
  kinds: readonly Link[];
  title: string;
  summary: string;
  /** What readers must not miss: that it is cancelled, put off, moved. */
  notice: { state: ShownState; text: string } | undefined;
  isOver: boolean;
  when: ShownDate | undefined;
  repeats: string | undefined;
  /** Of a series. */
  dates: readonly { when: ShownDate; state: ShownState | undefined; reason: string | undefined }[];
  place: ShownPlace;
  venue: { name: string; address: string | undefined; mapHref: string | undefined } | undefined;
  organiser: { name: string; href: string | undefined; email: string | undefined } | undefined;
  price: string | undefined;
  tickets: string | undefined;
  online: string | undefined;
  spoken: string | undefined;
  access: string | undefined;
  picture: ShownPicture | undefined;
  changes: readonly { date: ShownDate; text: string }[];
  articles: readonly Link[];
  calendar: readonly Link[];
  share: ReturnType<typeof shareUrls>;
  translations: ArticlePage['translations'];
  body: Omit<ArticlePage['body'], 'dateline'>;
}

/** The widths, in pixels, of a body's pictures. */
const BODY_WIDTHS = [480, 800, 1200];

const EVENT_GROUPS = 512;

type EventPath = StaticPath<{ locale: string | undefined; events: string; slug: string }, { page: EventPage }>;

/** Everything an event's page is made from. */
interface EventSources {
  site: Site;
  chrome: PageChrome;
  event: Event;
  place: Place;
  kinds: readonly EventKind[];
  /** Its next dates; none if it is over. */
  coming: readonly Occurrence[];
  articles: readonly Article[];
  translations: readonly Event[];
}

/** The pages of an edition's events. */
export function eventGroups(edition: Edition): PageGroup<EventPath>[] {
  if (edition.events.all.length === 0) return [];
  const { locale, events } = edition;
  const articles = articlesBySlug(edition);
  const articlesOf = (event: Event) => event.articles.flatMap((slug) => articles.get(slug) ?? []);
  return groupPages(edition, events.all, {
    groups: EVENT_GROUPS,
    nameOf: ({ id }) => id,
    countOf: () => 1,
    fingerprint: (event) =>
      [
        event.digest,
        ...(events.coming.get(event.id) ?? []).map(({ id }) => id),
        ...[...articlesOf(event), ...edition.translationsOf(event)].map(({ digest }) => digest),
      ].join(' '),
    pathsFor: (some) =>
      some.map((event) =>
        staticPath(
          { locale: localeParam(locale), events: segment(locale, 'events'), slug: event.slug },
          {
            site: edition.site,
            chrome: chromeOf(edition),
            event,
            place: named(edition.place, event.place, event),
            kinds: event.kinds.map((id) => named(events.kind, id, event)),
            coming: events.coming.get(event.id) ?? [],
            articles: articlesOf(event),
            translations: edition.translationsOf(event),
          },
          eventProps,
        ),
      ),
  });
}

function articlesBySlug({ articles, events }: Edition): ReadonlyMap<string, Article> {
  const wanted = new Set(events.all.flatMap((event) => event.articles));
  return new Map(articles.flatMap((article) => (wanted.has(article.slug) ? [[article.slug, article] as const] : [])));
}

function eventProps(sources: EventSources): { page: EventPage } {
  return { page: eventPage(sources) };
}

const NOTICES = {
  cancelled: 'statusCancelledText',
  postponed: 'statusPostponedText',
  'moved-online': 'statusMovedOnlineText',
  rescheduled: 'statusRescheduledText',
} as const satisfies Record<string, MessageKey>;

/** What an event's page shows. */
export function eventPage({
  site,
  chrome,
  event,
  place,
  kinds,
  coming,
  articles,
  ...sources
}: EventSources): EventPage {
  const { locale } = chrome;
  const t = translator(locale);
  const url = eventUrl(event);
  const title = typeset(event.title);
  const summary = typeset(event.description);
  const picture = shownPicture(event);
  const isOver = coming.length === 0;
  const shown = isOver ? occurrencesUntil(event, new Date(HORIZON)).slice(-1) : coming;
  const [first] = shown;
  const unlessDead = (address: string | undefined) =>
    address !== undefined && !event.deadLinks?.includes(address) ? safeAddress(address) : undefined;
  const translations = sources.translations.map((other) => ({
    locale: other.locale,
    languageTag: LANGUAGE_TAGS[other.locale],
    text: t('readInOtherLanguage'),
    href: eventUrl(other),
  }));
  const { venue, organiser } = event;
  return {
    head: makeHead({
      site,
      locale,
      title: first ? `${title}, ${formatDay(locale, first.firstDay, 'long')}` : title,
      description: summary,
      url,
      feed: eventsFeed(site, locale),
      translations,
      picture: eventPicture({ site, event, place, date: first }, isOver),
      pageType: 'own',
      parents: [{ text: t('events'), href: eventListUrl(comingEvents({ locale })) }],
      nodes: [eventNode({ site, event, place, dates: shown })],
    }),
    chrome,
    events: { text: t('events'), href: eventListUrl(comingEvents({ locale })) },
    kinds: kinds.map((kind) => ({
      text: typeset(kind.title[locale]),
      href: eventListUrl(eventKindAddress({ locale }, kind)),
    })),
    title,
    summary,
    notice: noticeOf(locale, event, first),
    isOver,
    when: first && shownWhen(locale, event, first),
    repeats: shownRepeats(locale, event),
    dates: event.repeats
      ? coming.map((occurrence) => ({
          when: shownWhen(locale, event, occurrence),
          state: stateOf(locale, { event, occurrence }),
          reason: occurrence.reason === undefined ? undefined : typeset(occurrence.reason),
        }))
      : [],
    place: {
      text: typeset(place.name[locale]),
      href: eventListUrl(eventPlaceAddress({ locale }, place)),
      map: { src: placeMapUrl(place.id), alt: typeset(t('mapOf', { name: place.name[locale] })) },
    },
    venue: venue && {
      name: typeset(venue.name),
      address: venue.address === undefined ? undefined : typeset(venue.address),
      mapHref: venue.coordinates && mapUrl(venue.coordinates),
    },
    organiser: organiser && { name: typeset(organiser.name), href: unlessDead(organiser.url), email: organiser.email },
    price: event.price && priceWords(locale, event.price),
    tickets: unlessDead(event.tickets),
    online: unlessDead(event.online),
    spoken: event.spoken.length > 0 ? languageWords(locale, event.spoken) : undefined,
    access: event.access === undefined ? undefined : typeset(event.access),
    picture,
    changes: [...event.changes]
      .sort((a, b) => b.date.getTime() - a.date.getTime())
      .map(({ date, text }) => ({ date: shownInstant(locale, date, 'short'), text: typeset(text) })),
    articles: articles.map((article) => ({ text: typeset(article.title), href: articleUrl(article) })),
    calendar: addToCalendar(site, event, place, coming[0]),
    share: shareUrls(title, absoluteUrl(site.url, url)),
    translations,
    body: {
      file: event.file,
      digest: event.bodyDigest,
      pictures: event.bodyPictures.map(({ path, image }) => ({ path, ...pictureSet(image, BODY_WIDTHS) })),
      deadLinks: event.deadLinks,
    },
  };
}

function noticeOf(locale: Locale, event: Event, date: Occurrence | undefined): EventPage['notice'] {
  const { status, previousStart } = event;
  if (status === 'scheduled' || !date) return undefined;
  const state = stateOf(locale, { event, occurrence: { ...date, isCancelled: false } });
  const previous = previousStart === undefined ? '' : formatDay(locale, previousStart.slice(0, 10), 'long');
  return state && { state, text: translator(locale)(NOTICES[status], { date: previous }) };
}

function priceWords(locale: Locale, price: Price): string {
  if (price.kind === 'free') return translator(locale)('free');
  if (price.kind === 'words') return typeset(price.words);
  const figures = new Intl.NumberFormat(locale === 'en' ? 'en' : 'es-MX').format(price.amount);
  return `${figures} ${price.currency}`;
}

/** A map of the world that is free and asks for no consent. */
function mapUrl({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
}
