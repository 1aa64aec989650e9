import { shortDigest } from '#src/keys/digest.ts';
import { calendarMonth, startOfNextDay } from '#src/i18n/format.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { firstSlugsOf, type FirstSlugs } from './article-id.ts';
import { changedText } from './assemble.ts';
import { editionEvents, publishedEvents, type EditionEvents } from './edition-events.ts';
import { publishedIssues } from './issues.ts';
import type { Article, Author, Category, Event, Issue, Newsroom, Notice, Page, Place, Tag } from './newsroom.ts';
import { publishedNotices } from './notices.ts';
import { newestFirst } from './order.ts';
import { redirectsOf, type Redirect } from './redirects.ts';
import { isPublished } from './visibility.ts';
import { withdrawnArticles, type WithdrawnArticle } from './withdrawals.ts';

const DAY_MS = 86_400_000;

/** Articles by what they share, newest first. */
export type ArticlesBy = ReadonlyMap<string, readonly Article[]>;

/**
 * What readers of one language can see at one instant. Every outlet (pages, lists, feeds, sitemap, search) starts here, so
 * an article that is withheld is withheld everywhere, and counts match what is shown.
 */
export interface Edition {
  locale: Locale;
  site: Site;
  /** Changes if any author, category, tag, place or kind of event does. */
  namesDigest: string;
  /** Newest first. */
  articles: readonly Article[];
  pages: readonly Page[];
  events: EditionEvents;
  /** The withdrawn articles whose address has a tombstone; they are in no list, count or outlet. */
  withdrawn: readonly WithdrawnArticle[];
  /** Earlier addresses of what the edition shows; those of the newest articles first. */
  redirects: readonly Redirect[];
  /** In the publisher's order, including those without articles. */
  categories: readonly Category[];
  /** With at least one article, ordered by id. A tag without a file is titled from its slug. */
  tags: readonly Tag[];
  authors: readonly Author[];
  places: readonly Place[];
  /** By id: what an article may name. Every name is checked before an edition is made. */
  author: ReadonlyMap<string, Author>;
  category: ReadonlyMap<string, Category>;
  tag: ReadonlyMap<string, Tag>;
  place: ReadonlyMap<string, Place>;
  byAuthor: ArticlesBy;
  byCategory: ArticlesBy;
  byTag: ArticlesBy;
  byPlace: ArticlesBy;
  /** By `2026/11`, in the site's time zone; months newest first. */
  byMonth: ArticlesBy;
  /** What readers must know today, the most urgent first. */
  notices: readonly Notice[];
  /** Midnight in the site's time zone: stories from before are no news any more. */
  oldBefore: Date;
  /** Midnight in the site's time zone: stories from before have no social card of their own. */
  cardsSince: Date;
  /** Issues of the newsletter that have been sent, the newest first. */
  issues: readonly Issue[];
  /** For the ids of renamed articles. */
  firstSlugs: FirstSlugs;
  /** The published versions of an article, event or page in the other editions. */
  translationsOf<Entry extends Article | Event | Page>(entry: Entry): readonly Entry[];
}

/** What all pages are made from. */
export interface DatedEditions {
  editions: Record<Locale, Edition>;
  /** The instant the editions were made for; only the front pages' date may use it. */
  now: Date;
}

/**
 * Makes the edition of each language at one instant.
 * @param newsroom checked content of all languages
 * @param now an argument, not the clock: the same newsroom and instant make the same editions on every machine
 */
export function makeEditions(newsroom: Newsroom, site: Site, now: Date): Record<Locale, Edition> {
  const published = newsroom.articles
    .filter((article) => isPublished(article, now))
    .map((article) => asOf(article, now))
    .sort(newestFirst);
  const events = publishedEvents(newsroom, now);
  const { authors, categories, tags, places } = newsroom;
  const shared: SharedByEditions = {
    pairs: groupBy([...published, ...events, ...newsroom.pages], pairKeys),
    namesDigest: shortDigest(JSON.stringify([authors, categories, tags, places, newsroom['event-kinds']])),
    withdrawn: withdrawnArticles(newsroom.articles, now),
    redirects: redirectsOf(newsroom, now),
    issues: publishedIssues(newsroom, now),
    notices: publishedNotices(newsroom, now),
    oldBefore: daysBefore(now, site.lists.oldAfterDays),
    cardsSince: daysBefore(now, site.socialCards.days),
  };
  const edition = (locale: Locale) => {
    const own = editionEvents(
      newsroom,
      events.filter((event) => event.locale === locale),
      now,
    );
    return makeEdition(newsroom, site, locale, published, own, shared);
  };
  return Object.fromEntries(LOCALES.map((locale) => [locale, edition(locale)])) as Record<Locale, Edition>;
}

/** Midnight in the site's time zone, so many days ago. */
const daysBefore = (now: Date, days: number) => new Date(startOfNextDay(now).getTime() - (days + 1) * DAY_MS);

/** The article as readers may see it at `now`: without an update or corrections dated later. */
function asOf(article: Article, now: Date): Article {
  const { updatedDate } = article;
  const corrections = article.corrections.filter(({ date }) => date <= now);
  const isUpdateEarly = updatedDate !== undefined && updatedDate > now;
  if (!isUpdateEarly && corrections.length === article.corrections.length) return article;
  const shown = changedText(article, [corrections, isUpdateEarly], { corrections });
  if (isUpdateEarly) delete shown.updatedDate;
  return shown;
}

/** Computed once for all editions. */
interface SharedByEditions extends Pick<
  Edition,
  'namesDigest' | 'withdrawn' | 'redirects' | 'notices' | 'oldBefore' | 'cardsSince' | 'issues'
> {
  /** Articles, events and pages that are each other's translation. */
  pairs: ReadonlyMap<string, readonly (Article | Event | Page)[]>;
}

function makeEdition(
  newsroom: Newsroom,
  site: Site,
  locale: Locale,
  published: readonly Article[],
  events: EditionEvents,
  { pairs, namesDigest, withdrawn, redirects, notices, oldBefore, cardsSince, issues }: SharedByEditions,
): Edition {
  const articles = published.filter((article) => article.locale === locale);
  const byTag = groupBy(articles, (article) => article.tags);
  const byAuthor = groupBy(articles, (article) => article.authors);
  const byPlace = groupBy(articles, placesOf);
  const tag = byId([...byTag.keys()].sort(compareText).map((id) => tagFor(id, newsroom.tags)));
  return Object.freeze({
    locale,
    site,
    namesDigest,
    articles,
    pages: newsroom.pages
      .filter((page) => page.locale === locale)
      .sort((a, b) => a.order - b.order || compareText(a.id, b.id)),
    events,
    withdrawn: withdrawn.filter((article) => article.locale === locale),
    redirects: redirects.filter((redirect) => redirect.locale === locale),
    categories: [...newsroom.categories].sort((a, b) => a.order - b.order || compareText(a.id, b.id)),
    tags: [...tag.values()],
    authors: newsroom.authors.filter(({ id }) => byAuthor.has(id)),
    places: newsroom.places.filter(({ id }) => byPlace.has(id)),
    author: byId(newsroom.authors),
    category: byId(newsroom.categories),
    tag,
    place: byId(newsroom.places),
    byAuthor,
    byCategory: groupBy(articles, (article) => article.categories),
    byTag,
    byPlace,
    byMonth: groupBy(articles, (article) => [monthKey(article)]),
    notices,
    oldBefore,
    cardsSince,
    issues: issues.filter((issue) => issue.locale === locale),
    firstSlugs: firstSlugsOf(articles, newsroom.articles),
    // The cast holds because a pair's key includes its kind: articles pair with articles, pages with pages.
    translationsOf: <Entry extends Article | Event | Page>(entry: Entry) =>
      pairKeys(entry).flatMap((key) =>
        (pairs.get(key) ?? []).filter((other) => other.locale !== entry.locale),
      ) as Entry[],
  });
}

/** Whether a story is old: published, and last updated, so long ago that a reader must be told. */
export function isOld({ oldBefore }: Edition, { pubDate, updatedDate = pubDate }: Article): boolean {
  return pubDate < oldBefore && updatedDate < oldBefore;
}

/** The places an article belongs to: those it names and its dateline. */
export function placesOf(article: Pick<Article, 'dateline' | 'places'>): string[] {
  const { dateline, places } = article;
  return dateline && !places.includes(dateline) ? [dateline, ...places] : places;
}

/** `2026/11`: the month of publication in the site's time zone. */
export function monthKey(article: Pick<Article, 'pubDate'>): string {
  const { year, month } = calendarMonth(article.pubDate);
  return `${year}/${month}`;
}

/** The years in which an edition has articles, newest first: `2026`. */
export function yearsOf({ byMonth }: Pick<Edition, 'byMonth'>): string[] {
  return [...new Set([...byMonth.keys()].map((month) => month.slice(0, 4)))];
}

/** A tag from its file, or titled from its slug: `sea-turtles` → “Sea turtles”. */
function tagFor(id: string, tags: readonly Tag[]): Tag {
  const known = tags.find((tag) => tag.id === id);
  if (known) return known;
  const title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return { id, title: { en: title, es: title }, aliases: [] };
}

function pairKeys(entry: Article | Event | Page): string[] {
  if (!entry.translationKey) return [];
  const kind = 'authors' in entry ? 'article' : 'start' in entry ? 'event' : 'page';
  return [`${kind} ${entry.translationKey}`];
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
