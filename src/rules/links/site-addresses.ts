import { monthKey, placesOf } from '#src/newsroom/edition.ts';
import { hasFeeds } from '#src/newsroom/followed-lists.ts';
import { correctionsAddress, eventKindAddress, indexAddress, slugIn } from '#src/newsroom/list-addresses.ts';
import { editionEvents, publishedEvents } from '#src/newsroom/edition-events.ts';
import { publishedIssues } from '#src/newsroom/issues.ts';
import type { Article, Event, Newsroom, Page } from '#src/newsroom/newsroom.ts';
import { numberedPages } from '#src/newsroom/paginate.ts';
import { redirectsOf } from '#src/newsroom/redirects.ts';
import { isPublished } from '#src/newsroom/visibility.ts';
import { suggest } from '#src/schemas/explain.ts';
import { type Locale, LOCALES } from '#src/schemas/locale.ts';
import {
  articleUrl,
  calendarUrl,
  editorsGuideUrl,
  eventListUrl,
  eventUrl,
  followUrl,
  issueUrl,
  frontUrl,
  LISTS_BY_SLUG,
  listUrl,
  localeOf,
  notFoundUrl,
  pageFeedUrl,
  pageUrl,
  placeMapUrl,
  searchUrl,
  segment,
  newsSitemapUrl,
  sitemapUrl,
  WHOLE_FEED_FORMATS,
  type ListAddress,
} from '#src/urls.ts';
import type { Home } from '../newsroom-view.ts';

/** What is at an address of the site. */
export type Target =
  /** `isOld`: at an old address of an article that readers cannot see, and so without a redirect. */
  | { kind: 'article'; article: Article; isOld?: true }
  | { kind: 'event'; event: Event; isOld?: true }
  | { kind: 'page'; page: Page }
  /** A list, a feed, a file: something whose parts no text decides. */
  | { kind: 'other' }
  /** An old address. `to` is today's, `target` what is there; only hosts that read rules redirect one without a page. */
  | { kind: 'moved'; to: string; target: Target; hasPage: boolean }
  /** A file that exists, but could not be read. */
  | { kind: 'unread' }
  | { kind: 'nothing'; near: string | undefined };

/** The addresses of a newsroom's site, from the functions that make them ({@link file://../../urls.ts}). */
export class SiteAddresses {
  readonly #texts = new Map<string, Target>();
  /** Files, and lists with the number of their numbered pages. */
  readonly #others = new Map<string, number>();
  readonly #slugs: Record<Locale, string[]> = { en: [], es: [] };
  /** By the name of its file: for links as code editors complete them. */
  readonly #stems: Record<Locale, Map<string, string>> = { en: new Map(), es: new Map() };
  readonly #unread: ReadonlySet<string>;

  /**
   * @param unread of what could not be read
   * @param now lists have a page while they have a published article
   */
  constructor(newsroom: Newsroom, unread: ReadonlySet<string>, home: Home, now: Date) {
    const { articles, events, pages } = newsroom;
    for (const address of [...home.files, ...(home.pages ?? [])]) this.#others.set(address, 0);
    for (const address of singleAddresses()) this.#others.set(address, 0);
    for (const issue of publishedIssues(newsroom, now)) this.#others.set(issueUrl(issue), 0);
    for (const address of eventAddresses(newsroom, now)) this.#others.set(address, 0);
    for (const lists of [listPages(newsroom, home.articlesPerPage, now), home.lists ?? []])
      for (const [address, pages] of lists) this.#others.set(address, Math.max(pages, this.#others.get(address) ?? 0));
    // An old address gives way to what is there today.
    // One that is a list's today is a mistake of its own.
    const isFree = (from: string) => !this.#others.has(withSlash(from));
    for (const article of articles)
      for (const alias of article.aliases.filter(isFree))
        this.#texts.set(withSlash(alias), { kind: 'article', article, isOld: true });
    for (const event of events)
      for (const alias of event.aliases.filter(isFree))
        this.#texts.set(withSlash(alias), { kind: 'event', event, isOld: true });
    const own = new Map<string, Target>();
    for (const article of articles) {
      own.set(articleUrl(article), { kind: 'article', article });
      this.#slugs[article.locale].push(article.slug);
      this.#stems[article.locale].set(article.id.slice(article.id.lastIndexOf('/') + 1), article.slug);
    }
    for (const event of events) own.set(eventUrl(event), { kind: 'event', event });
    for (const page of pages) own.set(pageUrl(page), { kind: 'page', page });
    for (const [address, target] of own) this.#texts.set(address, target);
    // There is a redirect at an article's own address only if another has replaced it.
    for (const { from, to } of redirectsOf(newsroom, now)) {
      if (!isFree(from)) continue;
      const target = own.get(to) ?? { kind: 'other' };
      this.#texts.set(withSlash(from), { kind: 'moved', to, target, hasPage: !/\.(?!html?$)\w+$/i.test(from) });
    }
    this.#unread = unread;
  }

  /** What is at a path, decoded and with its last slash if it has one. */
  at(path: string): Target {
    const known = this.#texts.get(path);
    if (known) return known;
    if (this.#unread.has(path)) return { kind: 'unread' };
    if (this.#others.has(path)) return { kind: 'other' };
    const [, list = '', word = '', number = ''] = /^(.*\/)([a-z]+)\/([1-9]\d*)\/$/.exec(path) ?? [];
    const language = localeOf(list);
    if (word === segment(language, 'page') && Number(number) <= (this.#others.get(list) ?? 0)) return { kind: 'other' };
    return { kind: 'nothing', near: this.#near(path) };
  }

  /**
   * The address that was probably meant, by its last part, whatever is before it: of an article, by its slug or its file's name, or of
   * a page or list, as other systems name their lists: `/category/reef/`.
   */
  #near(path: string): string | undefined {
    const name =
      path
        // Signs of the sentence that were copied with it.
        .replace(/[).,;:!?»”"']+$/, '')
        .split('/')
        .filter(Boolean)
        .at(-1)
        ?.replace(/\.(?:md|markdown|mdx|html?)$/i, '') ?? '';
    const locale = localeOf(path);
    const others = LOCALES.filter((other) => other !== locale);
    for (const candidate of [locale, ...others]) {
      const slugs = this.#slugs[candidate];
      const meant = this.#stems[candidate].get(name) ?? (slugs.includes(name) ? name : undefined);
      if (meant !== undefined) return articleUrl({ locale: candidate, slug: meant });
      const same = name && this.#addressesIn(candidate).find((address) => address.endsWith(`/${name}/`));
      if (same) return same;
      const near = suggest(name, slugs);
      if (near !== undefined) return articleUrl({ locale: candidate, slug: near });
    }
    return undefined;
  }

  #addressesIn(locale: Locale): string[] {
    return [...this.#texts.keys(), ...this.#others.keys()].filter((address) => localeOf(address) === locale);
  }
}

/** An address as the site writes it. */
export function withSlash(path: string): string {
  return /\/$|\.\w+$/.test(path) ? path : `${path}/`;
}

/** The feeds of what a page lists. */
const feedsOf = (page: string) => WHOLE_FEED_FORMATS.map((format) => pageFeedUrl(page, format));

/** What is always there, and there once. */
function singleAddresses(): string[] {
  const ofEdition = (locale: Locale) => [
    frontUrl(locale),
    ...feedsOf(frontUrl(locale)),
    pageFeedUrl(frontUrl(locale), 'short'),
    ...feedsOf(listUrl(correctionsAddress({ locale }))),
    notFoundUrl(locale),
    searchUrl(locale),
    editorsGuideUrl(locale),
    followUrl(locale),
    ...LISTS_BY_SLUG.map((kind) => listUrl(indexAddress({ locale }, kind))),
  ];
  return [...LOCALES.flatMap(ofEdition), sitemapUrl(), newsSitemapUrl()];
}

/** The lists of events that have a page at an instant, the calendars and the feeds. */
function eventAddresses(newsroom: Newsroom, now: Date): string[] {
  const published = publishedEvents(newsroom, now);
  return LOCALES.flatMap((locale) => {
    const events = published.filter((event) => event.locale === locale);
    if (events.length === 0) return [];
    const { kinds, places, months } = editionEvents(newsroom, events, now);
    const followed = [
      eventListUrl({ locale, kind: 'coming', slug: '' }),
      ...kinds.map((kind) => eventListUrl(eventKindAddress({ locale }, kind))),
      ...places.map(({ id: slug }) => eventListUrl({ locale, kind: 'place', slug })),
    ];
    return [
      ...followed,
      eventListUrl({ locale, kind: 'past', slug: '' }),
      ...feedsOf(eventListUrl({ locale, kind: 'coming', slug: '' })),
      ...[...months.keys()].map((slug) => eventListUrl({ locale, kind: 'month', slug })),
      ...places.map(({ id }) => placeMapUrl(id)),
      ...[...followed, ...events.map(eventUrl)].map(calendarUrl),
    ];
  });
}

/** The lists that have a page at an instant, by address, with the number of their numbered pages. */
export function listPages(newsroom: Newsroom, articlesPerPage: number, now: Date): Map<string, number> {
  const sizes = LOCALES.flatMap((locale) => [...listSizes(newsroom, locale, now)]);
  return new Map(sizes.map(([address, items]) => [address, numberedPages(items, articlesPerPage)]));
}

/** The same for one edition, with the number of their items that are in pages. */
function listSizes(newsroom: Newsroom, locale: Locale, now: Date): Map<string, number> {
  const { articles, tags, categories } = newsroom;
  const sizes = new Map<string, number>();
  const lists = new Map<string, ListAddress>();
  const add = (kind: ListAddress['kind'], slugs: Iterable<string>, items = 1) => {
    for (const slug of slugs) {
      const address = listUrl({ locale, kind, slug });
      sizes.set(address, (sizes.get(address) ?? 0) + items);
      if (!lists.has(address)) lists.set(address, { locale, kind, slug });
    }
  };
  const tagSlugs = new Map(tags.map((tag) => [tag.id, slugIn(locale, tag)]));
  const categorySlugs = new Map(categories.map((category) => [category.id, slugIn(locale, category)]));
  add('latest', [''], 0);
  add('corrections', [''], 0);
  add('archive', [''], 0);
  const issues = publishedIssues(newsroom, now).filter((issue) => issue.locale === locale);
  if (issues.length > 0) add('newsletter', [''], issues.length);
  add('categories', categorySlugs.values(), 0);
  for (const article of articles) {
    if (article.locale !== locale || !isPublished(article, now)) continue;
    const month = monthKey(article);
    add('latest', ['']);
    add('corrections', [''], article.corrections.filter(({ date }) => date <= now).length);
    add('archive', [month.slice(0, 4)], 0);
    add('archive', [month]);
    add(
      'categories',
      article.categories.map((id) => categorySlugs.get(id) ?? id),
    );
    add(
      'tags',
      article.tags.map((id) => tagSlugs.get(id) ?? id),
    );
    add('authors', article.authors);
    add('places', placesOf(article));
    for (const place of placesOf(article)) sizes.set(placeMapUrl(place), 0);
  }
  for (const [address, list] of lists)
    if (hasFeeds(list, sizes.get(address) ?? 0)) for (const feed of feedsOf(address)) sizes.set(feed, 0);
  return sizes;
}
