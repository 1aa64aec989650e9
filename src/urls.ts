/**
 * Every address of the site is made here (those of pictures in `picture-urls.ts`), with one function for each kind of page. All are paths from the site's front page with
 * a trailing slash (any static host serves `/x/` from `x/index.html`), wherever on its host the site is: editors write the same.
 * {@link absoluteUrl} makes full addresses; {@link hostPath} says where a browser finds a path, if the site is below one.
 */
import { LOCALES, MAIN_LOCALE, type Locale } from './schemas/locale.ts';

/** The words that name page kinds in an address, in the reader's language. */
const SEGMENTS = {
  en: {
    articles: 'articles',
    categories: 'sections',
    tags: 'topics',
    authors: 'authors',
    places: 'places',
    latest: 'latest',
    archive: 'archive',
    search: 'search',
    corrections: 'corrections',
    editorsGuide: 'editors-guide',
    follow: 'follow',
    subscribe: 'subscribe',
    events: 'events',
    newsletter: 'newsletter',
    page: 'page',
  },
  es: {
    articles: 'articulos',
    categories: 'secciones',
    tags: 'temas',
    authors: 'autores',
    places: 'lugares',
    latest: 'ultimas',
    archive: 'archivo',
    search: 'buscar',
    corrections: 'correcciones',
    editorsGuide: 'guia-para-editores',
    follow: 'seguir',
    subscribe: 'suscribirse',
    events: 'eventos',
    newsletter: 'boletin',
    page: 'pagina',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** The words below the address of all events. */
const EVENT_WORDS = {
  en: { kind: 'kind', place: 'place', past: 'past' },
  es: { kind: 'tipo', place: 'lugar', past: 'anteriores' },
} as const satisfies Record<Locale, Record<string, string>>;

/** Whether an event cannot have a slug, because lists of events have addresses that begin so. */
export const isTakenByEvents = (locale: Locale, slug: string) =>
  /^\d{4}$/.test(slug) || Object.values(EVENT_WORDS[locale]).some((word) => word === slug);

type Segment = keyof (typeof SEGMENTS)['en'];

/** The edition's word for a page kind: the parameter of that kind's route. */
export function segment(locale: Locale, kind: Segment): string {
  return SEGMENTS[locale][kind];
}

/** The `[...locale]` parameter of a route: the main edition is at the root. */
export function localeParam(locale: Locale): string | undefined {
  return locale === MAIN_LOCALE ? undefined : locale;
}

/** The edition that a path is in. */
export const localeOf = (path: string): Locale =>
  LOCALES.slice(1).find((locale) => path.startsWith(`/${locale}/`)) ?? MAIN_LOCALE;

/** Slugs that static pages cannot have, because page kinds use them. */
export function takenSegments(locale: Locale): string[] {
  return Object.values(SEGMENTS[locale]);
}

/**
 * Files and folders at the root of a built site that are not pages: from the build, its packages and `public/`. Names that
 * end like pictures or data are reserved, even if no such file exists yet.
 */
const FILES = /^(?:404\.html|.+\.(?:svg|png|ico|xml|json|txt|webmanifest))$/;
const FOLDERS = /^(?:maps|hosting|admin|[_.].*)$/;

/** Kinds that have one page or list, which owns every address below it. */
const SINGLE_KINDS = [
  'latest',
  'archive',
  'search',
  'corrections',
  'editorsGuide',
  'follow',
  'newsletter',
  'subscribe',
] as const;

/** Kinds of lists with one list for each category, tag, author or place, and an index of them. */
export const LISTS_BY_SLUG = ['categories', 'tags', 'authors', 'places'] as const;

/** What an address that is not an article's or static page's belongs to. */
type SitePart = { kind: 'site' } | { kind: (typeof LISTS_BY_SLUG)[number]; locale: Locale; slug: string } | undefined;

/**
 * The part of the site that an address belongs to, whether or not there is a page at it.
 * @param address a decoded path from the root
 * @returns `site` for what the site always has (files, front pages, lists of everything, indexes); a category's, tag's, author's or
 *   place's list with its slug; undefined for any other path
 */
export function sitePart(address: string): SitePart {
  const parts = address.split('/').filter(Boolean);
  const [first = ''] = parts;
  const locale = localeOf(`/${first}/`);
  const [word, slug, below] = locale === MAIN_LOCALE ? parts : parts.slice(1);
  if (word === undefined || FILES.test(word) || FOLDERS.test(first)) return { kind: 'site' };
  if (SINGLE_KINDS.some((kind) => SEGMENTS[locale][kind] === word)) return { kind: 'site' };
  // Below an event is its calendar, and beside the events that of them all.
  const isOfEvents = slug === undefined || below !== undefined || slug.includes('.') || isTakenByEvents(locale, slug);
  if (word === SEGMENTS[locale].events && isOfEvents) return { kind: 'site' };
  const kind = LISTS_BY_SLUG.find((list) => SEGMENTS[locale][list] === word);
  if (!kind) return undefined;
  return slug === undefined ? { kind: 'site' } : { kind, locale, slug };
}

const root = (locale: Locale) => (locale === MAIN_LOCALE ? '/' : `/${locale}/`);
const path = (locale: Locale, ...parts: string[]) => `${root(locale)}${parts.map((part) => `${part}/`).join('')}`;

export interface HasSlug {
  locale: Locale;
  slug: string;
}

export const frontUrl = root;
export const articleUrl = ({ locale, slug }: HasSlug) => path(locale, SEGMENTS[locale].articles, slug);
export const eventUrl = ({ locale, slug }: HasSlug) => path(locale, SEGMENTS[locale].events, slug);
/** The copy of an issue of the newsletter; the list of all is `listUrl` of kind `newsletter`. */
export const issueUrl = ({ locale, slug }: HasSlug) => path(locale, SEGMENTS[locale].newsletter, slug);

/** What is at an address that ends with a slug, if a function of its kind makes this address of it. */
function parseUrl(address: string, urlOf: (thing: HasSlug) => string): HasSlug | undefined {
  const whole = address.endsWith('/') ? address : `${address}/`;
  const thing = { locale: localeOf(whole), slug: whole.slice(whole.lastIndexOf('/', whole.length - 2) + 1, -1) };
  return thing.slug !== '' && urlOf(thing) === whole ? thing : undefined;
}

/** The reverse of {@link articleUrl}, with or without the trailing slash; undefined for any other address. */
export const parseArticleUrl = (address: string) => parseUrl(address, articleUrl);

/** The reverse of {@link eventUrl}, with or without the trailing slash; undefined for any other address. */
export function parseEventUrl(address: string): HasSlug | undefined {
  const event = parseUrl(address, eventUrl);
  return event && isTakenByEvents(event.locale, event.slug) ? undefined : event;
}

/** A list of events. */
export interface EventListAddress {
  locale: Locale;
  kind: 'coming' | 'month' | 'kind' | 'place' | 'past';
  /** `2026/11` of a month; the slug of the kind or place; '' for the coming and the past ones. */
  slug: string;
}

/** The part of a list's address that is below that of all events. */
export function eventListPath({ locale, kind, slug }: EventListAddress): string {
  if (kind === 'coming') return '';
  if (kind === 'month') return slug;
  return kind === 'past' ? EVENT_WORDS[locale].past : `${EVENT_WORDS[locale][kind]}/${slug}`;
}

export const eventListUrl = (list: EventListAddress) =>
  path(list.locale, SEGMENTS[list.locale].events, ...eventListPath(list).split('/').filter(Boolean));

/** The calendar of the events on a page: beside the page. @param page an event's address, or that of a list of events */
export const calendarUrl = (page: string) => `${page}calendar.ics`;

export const pageUrl = ({ locale, slug }: HasSlug) => path(locale, slug);
export const editorsGuideUrl = (locale: Locale) => path(locale, SEGMENTS[locale].editorsGuide);
/** Says how to follow the paper. */
export const followUrl = (locale: Locale) => path(locale, SEGMENTS[locale].follow);
/** Below the page on the newsletter: where a provider sends readers after its form. */
export const SUBSCRIBE_STEPS = {
  en: { thanks: 'thanks', problem: 'problem' },
  es: { thanks: 'gracias', problem: 'problema' },
} as const satisfies Record<Locale, Record<string, string>>;
/** Where readers subscribe to the newsletter, or what became of it. */
export const subscribeUrl = (locale: Locale, step?: keyof (typeof SUBSCRIBE_STEPS)['en']) =>
  path(locale, SEGMENTS[locale].subscribe, ...(step ? [SUBSCRIBE_STEPS[locale][step]] : []));
export const searchUrl = (locale: Locale) => path(locale, SEGMENTS[locale].search);

/** What a list is about. */
export interface ListAddress {
  locale: Locale;
  kind: 'latest' | 'categories' | 'tags' | 'authors' | 'places' | 'archive' | 'corrections' | 'newsletter';
  /**
   * The slug of the category, tag, author or place; `2026` or `2026/11` in the archive; '' for latest, the corrections, the
   * newsletter and the index of a kind.
   */
  slug: string;
}

/** A list's front, with its newest articles. */
export const listUrl = ({ locale, kind, slug }: ListAddress) =>
  path(locale, SEGMENTS[locale][kind], ...slug.split('/').filter(Boolean));

/** A list's numbered page; page 1 holds the oldest articles, so a new article renumbers nothing. */
export const listPageUrl = (list: ListAddress, number: number) =>
  `${listUrl(list)}${SEGMENTS[list.locale].page}/${number}/`;

/** The paper’s sign, 180 pixels a side. */
export const LOGO_URL = '/apple-touch-icon.png';
/** The square picture of the paper in feed readers. */
export const FEED_ICON_URL = '/icon-512.png';

/** The files of a page's feeds, by format; `short` is RSS with summaries only. */
const FEED_FILES = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json', short: 'rss-short.xml' } as const;
export type FeedFormat = keyof typeof FEED_FILES;
/** The formats with whole texts, which every feed has; the paper’s own has a short one besides. */
export const WHOLE_FEED_FORMATS = ['rss', 'atom', 'json'] as const satisfies readonly FeedFormat[];
/** The media types of feeds. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  short: 'application/rss+xml',
};
/** The feed of what a page lists: beside the page. @param page a front page's or list's address */
export const pageFeedUrl = (page: string, format: FeedFormat) => `${page}${FEED_FILES[format]}`;

/** Whether a file of a site is a feed. @param file its path in the site, without a slash before it */
export const isFeedFile = (file: string) =>
  Object.values(FEED_FILES).some((name) => name === file.slice(file.lastIndexOf('/') + 1));

export const sitemapUrl = () => '/sitemap-index.xml';
export const newsSitemapUrl = () => '/news-sitemap.xml';
/** Says when the site is to be made again. */
export const nextChangeUrl = () => '/next-change.json';
/** The form for editors, if the site's own host serves it; below it, what each publish says of itself. */
export const formUrl = () => '/admin/';
export const statusUrl = () => `${formUrl()}status/`;
export const placeMapUrl = (placeId: string) => `/maps/${placeId}.svg`;

export const notFoundUrl = (locale: Locale) => `${root(locale)}404.html`;

/** The folder of all search indexes in a site. */
export const SEARCH_FOLDER = '_search';
/** The folder of an edition's search index. */
export const searchIndexUrl = (locale: Locale) => `/${SEARCH_FOLDER}/${locale}/`;
/** The folders in it whose files never change, since a changed file gets a new name. */
export const searchFileFolders = (locale: Locale) =>
  ['words', 'articles'].map((folder) => `${searchIndexUrl(locale)}${folder}/`);

/**
 * The path at which a site is on its host, without a slash at its end: `/paper` of `https://user.github.io/paper/`, '' at the root.
 * @param site the site's address
 */
export const pathBelowHost = (site: string) => new URL(site).pathname.replace(/\/$/, '');

/** Where a browser finds a path of the site: `/articles/glass/` → `/paper/articles/glass/`. @param below {@link pathBelowHost} */
export const hostPath = (below: string, path: string) => `${below}${path}`;

/** The reverse of {@link hostPath}; undefined for what is not below the site. */
export function sitePath(below: string, path: string): string | undefined {
  if (path === below) return '/';
  return path.startsWith(`${below}/`) ? path.slice(below.length) : undefined;
}

/** A path that stays as it is in an address: with nothing to escape, and no empty folder, `.` or `..`. */
const PLAIN_PATH = /^\/(?:(?!\.{0,2}(?:\/|$))[\w.~-]+(?:\/|$))*$/;

/** The address that comes before a site's paths, by its configured address. */
const homes = new Map<string, string>();

/** A full address. @param site the site's configured address */
export function absoluteUrl(site: string, path: string): string {
  const parsed = (path: string) => new URL(hostPath(pathBelowHost(site), path), site).href;
  // The pages of an archive name a million addresses, and nearly all of them need not be parsed.
  if (!PLAIN_PATH.test(path)) return parsed(path);
  let home = homes.get(site);
  if (home === undefined) homes.set(site, (home = parsed('/').replace(/\/$/, '')));
  return home + path;
}
