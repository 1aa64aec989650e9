import { shortDigest } from '#src/keys/digest.ts';
import { calendarMonth } from '#src/i18n/format.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { changedArticle } from './assemble.ts';
import type { Article, Author, Category, Newsroom, Page, Place, Tag } from './newsroom.ts';
import { newestFirst } from './order.ts';
import { redirectsOf, type Redirect } from './redirects.ts';
import { isPublished } from './visibility.ts';
import { withdrawnStories, type WithdrawnStory } from './withdrawals.ts';

/** The stories that share something, newest first. */
export type ArticlesBy = ReadonlyMap<string, readonly Article[]>;

/** A topic as the edition shows it: from its file, or titled from its slug. */
export type EditionTag = Tag;

/**
 * What one language's readers can see at one instant. Every outlet starts here, so that what is withheld is withheld
 * everywhere, and every count is the count of what is shown.
 */
export interface Edition {
  locale: Locale;
  site: Site;
  /** Changes with anything that is said of what stories name: of authors, sections, topics or places. */
  namesDigest: string;
  /** Newest first. */
  articles: readonly Article[];
  pages: readonly Page[];
  /** The withdrawn stories whose address says so; they are in no list, count or outlet. */
  withdrawn: readonly WithdrawnStory[];
  /** Earlier addresses of what the edition shows; those of the newest stories first. */
  redirects: readonly Redirect[];
  /** In the publisher's order, those without stories included. */
  categories: readonly Category[];
  /** With at least one story, in order of id. */
  tags: readonly EditionTag[];
  authors: readonly Author[];
  places: readonly Place[];
  /** Lookup of what a story may name. Every name has been checked before an edition is made. */
  author: ReadonlyMap<string, Author>;
  category: ReadonlyMap<string, Category>;
  tag: ReadonlyMap<string, EditionTag>;
  place: ReadonlyMap<string, Place>;
  byAuthor: ArticlesBy;
  byCategory: ArticlesBy;
  byTag: ArticlesBy;
  byPlace: ArticlesBy;
  /** By `2026/11`, in the site's zone; months newest first. */
  byMonth: ArticlesBy;
  /** The published versions of a story or page in the other editions. */
  translationsOf<Entry extends Article | Page>(entry: Entry): readonly Entry[];
}

/** What all pages are made from. */
export interface DatedEditions {
  editions: Record<Locale, Edition>;
  /** The instant the editions were made for: for the date on the front pages, and nothing else. */
  now: Date;
}

/**
 * Makes the edition of every language at one instant.
 * @param newsroom checked content of all languages
 * @param now the clock, as an argument: the same newsroom and instant make the same edition on every machine
 */
export function makeEditions(newsroom: Newsroom, site: Site, now: Date): Record<Locale, Edition> {
  const published = newsroom.articles
    .filter((article) => isPublished(article, now))
    .map((article) => asOf(article, now))
    .sort(newestFirst);
  const { authors, categories, tags, places } = newsroom;
  const shared: SharedByEditions = {
    pairs: groupBy([...published, ...newsroom.pages], pairKeys),
    namesDigest: shortDigest(JSON.stringify([authors, categories, tags, places])),
    withdrawn: withdrawnStories(newsroom.articles, now),
    redirects: redirectsOf(newsroom, now),
  };
  const edition = (locale: Locale) => makeEdition(newsroom, site, locale, published, shared);
  return Object.fromEntries(LOCALES.map((locale) => [locale, edition(locale)])) as Record<Locale, Edition>;
}

/** The story as readers may know it at `now`: without the update and the corrections that are dated later. */
function asOf(article: Article, now: Date): Article {
  const { updatedDate } = article;
  const corrections = article.corrections.filter(({ date }) => date <= now);
  const isUpdateEarly = updatedDate !== undefined && updatedDate > now;
  if (!isUpdateEarly && corrections.length === article.corrections.length) return article;
  // Another story than its file tells of, until all of it may be known.
  const known = changedArticle(article, [corrections, isUpdateEarly], { corrections });
  if (isUpdateEarly) delete known.updatedDate;
  return known;
}

/** What is worked out once for all editions. */
interface SharedByEditions extends Pick<Edition, 'namesDigest' | 'withdrawn' | 'redirects'> {
  /** Stories and pages that are each other's translation. */
  pairs: ReadonlyMap<string, readonly (Article | Page)[]>;
}

function makeEdition(
  newsroom: Newsroom,
  site: Site,
  locale: Locale,
  published: readonly Article[],
  { pairs, namesDigest, withdrawn, redirects }: SharedByEditions,
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
    withdrawn: withdrawn.filter((story) => story.locale === locale),
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
    // Pairs are kept by kind: what a story is paired with is a story.
    translationsOf: <Entry extends Article | Page>(entry: Entry) =>
      pairKeys(entry).flatMap((key) =>
        (pairs.get(key) ?? []).filter((other) => other.locale !== entry.locale),
      ) as Entry[],
  });
}

/** The places a story belongs to: those it names and the one it was filed from. */
export function placesOf(article: Pick<Article, 'dateline' | 'places'>): string[] {
  const { dateline, places } = article;
  return dateline && !places.includes(dateline) ? [dateline, ...places] : places;
}

/** `2026/11`: the month of publication in the site's zone. */
export function monthKey(article: Pick<Article, 'pubDate'>): string {
  const { year, month } = calendarMonth(article.pubDate);
  return `${year}/${month}`;
}

/** The years of which an edition has stories, newest first: `2026`. */
export function yearsOf({ byMonth }: Pick<Edition, 'byMonth'>): string[] {
  return [...new Set([...byMonth.keys()].map((month) => month.slice(0, 4)))];
}

/** A tag's own file, or a title made from its slug: `sea-turtles` → “Sea turtles”. */
function tagFor(id: string, tags: readonly Tag[]): EditionTag {
  const known = tags.find((tag) => tag.id === id);
  if (known) return known;
  const title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return { id, title: { en: title, es: title }, aliases: [] };
}

/** Stories and pages pair within their own kind. */
function pairKeys(entry: Article | Page): string[] {
  if (!entry.translationKey) return [];
  return [`${'pubDate' in entry ? 'article' : 'page'} ${entry.translationKey}`];
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
