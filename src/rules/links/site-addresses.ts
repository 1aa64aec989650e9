import { monthKey, placesOf } from '#src/newsroom/edition.ts';
import type { Article, Newsroom, Page } from '#src/newsroom/newsroom.ts';
import { redirectsOf } from '#src/newsroom/redirects.ts';
import { isPublished } from '#src/newsroom/visibility.ts';
import { suggest } from '#src/schemas/explain.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import {
  articleUrl,
  editorsGuideUrl,
  feedUrl,
  frontUrl,
  listUrl,
  notFoundUrl,
  pageUrl,
  placeMapUrl,
  searchUrl,
  segment,
  SOCIAL_CARD_URL,
  sitemapUrl,
  type ListAddress,
} from '#src/urls.ts';

/** What is at an address of the site. */
export type Target =
  | { kind: 'article'; article: Article }
  | { kind: 'page'; page: Page }
  /** A list, a feed, a file: something that is always there, or that is not part of the newsroom. */
  | { kind: 'other' }
  /** An old address. @param to the address today */
  | { kind: 'moved'; to: string }
  /** A file that exists, but could not be read. */
  | { kind: 'unread' }
  | { kind: 'nothing'; near: string | undefined };

/** The addresses of a newsroom's site, from the functions that make them ({@link file://../../urls.ts}). */
export class SiteAddresses {
  readonly #texts = new Map<string, Target>();
  readonly #lists = new Set<string>();
  /** Of these, the lists that may have numbered pages. */
  readonly #numbered: Record<Locale, Set<string>> = { en: new Set(), es: new Set() };
  readonly #slugs: Record<Locale, string[]> = { en: [], es: [] };
  readonly #unread: ReadonlySet<string>;

  /**
   * @param unread of what could not be read
   * @param now lists have a page while they have a published article
   */
  constructor(newsroom: Newsroom, unread: ReadonlySet<string>, now: Date) {
    const { articles, pages } = newsroom;
    // An old address gives way to what is there today.
    for (const article of articles)
      for (const alias of article.aliases) this.#texts.set(withSlash(alias), { kind: 'article', article });
    for (const { from, to } of redirectsOf(newsroom, now)) this.#texts.set(withSlash(from), { kind: 'moved', to });
    for (const article of articles) {
      this.#texts.set(articleUrl(article), { kind: 'article', article });
      this.#slugs[article.locale].push(article.slug);
    }
    for (const page of pages) this.#texts.set(pageUrl(page), { kind: 'page', page });
    this.#unread = unread;
    for (const address of singleAddresses(newsroom)) this.#lists.add(address);
    for (const locale of LOCALES) {
      this.#numbered[locale] = new Set(listAddresses(newsroom, locale, now));
      for (const address of this.#numbered[locale]) this.#lists.add(address);
    }
  }

  /** What is at a path, decoded and with its last slash if it has one. */
  at(path: string): Target {
    const known = this.#texts.get(path);
    if (known) return known;
    if (this.#unread.has(path)) return { kind: 'unread' };
    if (this.#lists.has(path)) return { kind: 'other' };
    // Numbered pages come and go with the length of their list, which a link may follow.
    const [, list = '', word = ''] = /^(.*\/)([a-z]+)\/[1-9]\d*\/$/.exec(path) ?? [];
    const language = LOCALES.find((locale) => segment(locale, 'page') === word);
    if (language && this.#numbered[language].has(list)) return { kind: 'other' };
    return { kind: 'nothing', near: this.#near(path) };
  }

  /** The address of the article that was probably meant, by its slug, whatever is before it. */
  #near(path: string): string | undefined {
    const slug = path.split('/').filter(Boolean).at(-1) ?? '';
    const locale = LOCALES.find((candidate) => path.startsWith(`/${candidate}/`)) ?? 'en';
    const others = LOCALES.filter((other) => other !== locale);
    for (const candidate of [locale, ...others]) {
      const meant = suggest(slug, this.#slugs[candidate]);
      if (meant !== undefined) return articleUrl({ locale: candidate, slug: meant });
    }
    return undefined;
  }
}

/** An address as the site writes it. */
export function withSlash(path: string): string {
  return /\/$|\.\w+$/.test(path) ? path : `${path}/`;
}

/** What is always there, and there once. */
function singleAddresses({ places }: Newsroom): string[] {
  const ofEdition = (locale: Locale) => [
    frontUrl(locale),
    feedUrl(locale),
    notFoundUrl(locale),
    searchUrl(locale),
    editorsGuideUrl(locale),
  ];
  return [...LOCALES.flatMap(ofEdition), ...places.map(({ id }) => placeMapUrl(id)), sitemapUrl(), SOCIAL_CARD_URL];
}

/** The lists of an edition that have a page at an instant. */
function listAddresses({ articles, tags, categories }: Newsroom, locale: Locale, now: Date): string[] {
  const list = (kind: ListAddress['kind'], slugs: Iterable<string>) =>
    [...new Set(slugs)].map((slug) => listUrl({ locale, kind, slug }));
  const published = articles.filter((article) => article.locale === locale && isPublished(article, now));
  const months = published.map(monthKey);
  const tagSlugs = new Map(tags.map(({ id, slug }) => [id, slug]));
  const usedTags = published.flatMap((article) => article.tags.map((id) => tagSlugs.get(id)?.[locale] ?? id));
  const categorySlugs = categories.map(({ id, slug }) => slug?.[locale] ?? id);
  const authors = published.flatMap((article) => article.authors);
  return [
    ...list('latest', ['']),
    ...list('corrections', ['']),
    ...list('archive', ['', ...months, ...months.map((month) => month.slice(0, 4))]),
    ...list('categories', categorySlugs),
    ...list('tags', usedTags),
    ...list('authors', authors),
    ...list('places', published.flatMap(placesOf)),
  ];
}

/** Whether a path can only be that of a page; one with an extension may be a file that is not part of the newsroom. */
export function isPagePath(path: string): boolean {
  return (
    !/\.\w+$/.test(path) || LOCALES.some((locale) => path.startsWith(articleUrl({ locale, slug: '' }).slice(0, -1)))
  );
}
