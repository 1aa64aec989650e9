import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { hasFeeds } from '#src/newsroom/followed-lists.ts';
import { paginate, type ListPage } from '#src/newsroom/paginate.ts';
import type { Article, Category } from '#src/newsroom/newsroom.ts';
import type { Site } from '#src/schemas/site.ts';
import type { Head } from '#src/seo/head.ts';
import type { ListVersions } from '#src/seo/list-versions.ts';
import { listUrl, pageFeedUrl, type ListAddress } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { listHead, listPager, pageParam, type ListHeadFacts, type Pager } from './list-head.ts';
import { mainCategory } from './names.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import type { ComingUp } from './today.ts';
import { listTranslations, type Translation } from './translation.ts';

/** What a page with a list of articles shows. */
export interface ListingPage {
  head: Head;
  chrome: PageChrome;
  kicker: string | undefined;
  title: string;
  description: string | undefined;
  /** The list's own address: in a category's list, cards do not repeat the category. */
  url: string;
  /** The category whose link in the masthead is marked. */
  categoryId: string | undefined;
  /** The same list in the other editions. */
  translations: readonly Translation[];
  cards: readonly Card[];
  pager: Pager;
  /** Of a place. */
  map?: { src: string; alt: string; caption: string } | undefined;
  author?: { role: string; email: string | undefined; website: string | undefined } | undefined;
  note?: string | undefined;
  /** The next events of a place, on the front of its list. */
  events: ComingUp | undefined;
  /** Of what can be followed, on the front of the list. */
  feed: Link | undefined;
}

/** What a list is about; the description is shown only on its front. */
interface ListingFacts extends Omit<ListHeadFacts, 'translations' | 'hasFeeds'> {
  address: ListAddress;
  kicker?: string;
  description?: string | undefined;
  categoryId?: string;
  /** The list in every edition that has it, this one included. */
  versions: ListVersions;
  map?: ListingPage['map'];
  author?: ListingPage['author'];
  note?: string | undefined;
}

/** A list and its articles, newest first; {@link listingGroups} splits it into pages. */
export interface Listing extends ListingFacts {
  articles: readonly Article[];
  /** Shown only on the front of the list: events change no other page. */
  events?: ComingUp | undefined;
}

/** Everything one page of a list is made from. */
export interface ListingSources extends Omit<ListPage<Article>, 'items'> {
  site: Site;
  chrome: PageChrome;
  facts: ListingFacts;
  articles: readonly Article[];
  /** The main category of each article. */
  categories: readonly Category[];
  events: ComingUp | undefined;
  hasFeeds: boolean;
}

/** One page of a list. */
interface ListingPath {
  /** The route's last parameter: {@link pageParam}. */
  page: string | undefined;
  sources: ListingSources;
}

/** The most pages of a list in one shard, counted from its page 1, so that pages never move to another shard. */
const SHARD_PAGES = 20;

/** Consecutive pages of a list. */
interface ListShard {
  listing: Listing;
  /** Counted from the oldest shard; the front is in the last. */
  number: number;
  pages: readonly ListPage<Article>[];
}

/** With 100,000 articles there are some 7,000 tags: a few lists in each group. */
const LIST_GROUPS = 1024;

/**
 * The pages of some lists. A long list is spread over several groups.
 * @param pathFor makes a route's path for one page of a list
 */
export function listingGroups<Path>(
  edition: Edition,
  listings: readonly Listing[],
  pathFor: (listing: Listing, path: ListingPath) => Path,
): PageGroup<Path>[] {
  return groupPages(edition, shardsOf(edition, listings), {
    groups: LIST_GROUPS,
    nameOf: ({ listing, number }) => `${listing.address.slug} ${number}`,
    countOf: ({ pages }) => pages.length,
    fingerprint: ({ listing, number, pages }) => {
      const events = pages.some(isFront) ? JSON.stringify(listing.events) : undefined;
      return `${factsFingerprint(listing)} ${number} ${events} ${pages.map(pageFingerprint).join('\n')}`;
    },
    pathsFor: (shards) =>
      shards.flatMap(({ listing, pages }) =>
        pages.map((page) => pathFor(listing, listingPath(edition, listing, page))),
      ),
  });
}

function* shardsOf({ site }: Edition, listings: readonly Listing[]): Generator<ListShard> {
  for (const listing of listings) {
    const pages = paginate(listing.articles, site.lists.articlesPerPage);
    const last = Math.floor(pages.length / SHARD_PAGES);
    const shardOf = ({ number = pages.length }: ListPage<Article>) => Math.floor(number / SHARD_PAGES);
    for (let number = last; number >= 0; number -= 1) {
      yield { listing, number, pages: pages.filter((page) => shardOf(page) === number) };
    }
  }
}

const isFront = ({ number }: Pick<ListPage<unknown>, 'number'>) => number === undefined;

function factsFingerprint({ articles: _, events: __, ...facts }: Listing): string {
  return JSON.stringify(facts);
}

function pageFingerprint({ items, number, older, newer }: ListPage<Article>): string {
  let fingerprint = `${number} ${older} ${newer}`;
  for (const { digest } of items) fingerprint += ` ${digest}`;
  return fingerprint;
}

function listingPath(
  edition: Edition,
  { articles: all, events, ...facts }: Listing,
  { items, ...place }: ListPage<Article>,
): ListingPath {
  const { locale, site } = edition;
  return {
    page: pageParam(locale, place.number),
    sources: {
      site,
      chrome: chromeOf(edition),
      facts,
      ...place,
      articles: items,
      categories: items.map((article) => mainCategory(edition, article)),
      events: isFront(place) ? events : undefined,
      // Only the front tells of them, so that a topic's fifth article changes no other page.
      hasFeeds: isFront(place) && hasFeeds(facts.address, all.length),
    },
  };
}

/** The props of a list's page. */
export function listingProps(sources: ListingSources): { page: ListingPage } {
  return { page: listingPage(sources) };
}

function listingPage(sources: ListingSources): ListingPage {
  const { site, chrome, facts, number, older, newer, articles, categories, events } = sources;
  const { locale } = chrome;
  const { address, title } = facts;
  const t = translator(locale);
  const translations = listTranslations(facts.versions, locale);
  const pager = listPager(
    address,
    { number, older, newer },
    { older: t('olderStories'), newer: t('newerStories'), newest: t('newestStories') },
  );
  return {
    head: listHead(site, address, number, { ...facts, translations, hasFeeds: sources.hasFeeds }),
    chrome,
    kicker: facts.kicker,
    title,
    description: isFront(sources) ? facts.description : undefined,
    url: listUrl(address),
    categoryId: facts.categoryId,
    translations,
    cards: articles.flatMap((article, index) => {
      const category = categories[index];
      return category ? [cardOf(category, article)] : [];
    }),
    pager,
    map: facts.map,
    author: facts.author,
    note: isFront(sources) ? facts.note : undefined,
    events,
    feed: sources.hasFeeds ? { text: t('followList'), href: pageFeedUrl(listUrl(address), 'rss') } : undefined,
  };
}
