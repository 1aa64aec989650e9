import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { hasFeeds } from '#src/newsroom/followed-lists.ts';
import { paginate, type ListPage } from '#src/newsroom/paginate.ts';
import type { Article, Author, Category } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { fullAuthorNode } from '#src/seo/json-ld/author-node.ts';
import type { ListVersions } from '#src/seo/list-versions.ts';
import type { SocialPicture } from '#src/social-cards/social-picture.ts';
import { listPageUrl, listUrl, pageFeedUrl, segment, type ListAddress } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { mainCategory } from './names.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import type { ComingUp } from './today.ts';
import { listTranslations, type Translation } from './translation.ts';

/** The links between a list's pages. */
export interface Pager {
  /** “Page 12”; undefined on the front of the list. */
  current: string | undefined;
  older: Link | undefined;
  newer: Link | undefined;
}

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

/** What a list is about. */
interface ListingFacts {
  address: ListAddress;
  title: string;
  kicker?: string;
  description?: string | undefined;
  /** For search engines and previews, on every page of the list; the description is shown only on its front. */
  summary: string;
  categoryId?: string;
  /** The list in every edition that has it, this one included. */
  versions: ListVersions;
  /** The lists above it. */
  parents: readonly Link[];
  /** What other sites show of its front, if it has a card of its own. */
  picture?: SocialPicture;
  /** The author, if it is the page of one. */
  profile?: Author;
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

/** A list page's route parameter: undefined on the list's front. */
export function pageParam(locale: Locale, number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${segment(locale, 'page')}/${number}`;
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

/** What the head of a list's page says; the summary is its description for search engines. */
interface ListHeadFacts extends Pick<ListingFacts, 'title' | 'summary' | 'parents' | 'profile' | 'picture'> {
  translations: readonly Translation[];
  hasFeeds: boolean;
}

/** The head of one page of a list. */
export function listHead(site: Site, address: ListAddress, number: number | undefined, facts: ListHeadFacts): Head {
  const { locale } = address;
  const { title, summary, parents, profile, translations } = facts;
  const url = listUrl(address);
  if (number === undefined)
    return makeHead({
      site,
      locale,
      title,
      description: summary,
      url,
      translations,
      feed: facts.hasFeeds ? { title: `${site.name}: ${title}`, page: url } : undefined,
      picture: facts.picture,
      parents,
      pageType: profile ? 'ProfilePage' : 'CollectionPage',
      mainEntity: profile && fullAuthorNode(site, locale, profile),
    });
  const current = translator(locale)('pageNumber', { number });
  return makeHead({
    site,
    locale,
    title: `${title}, ${current}`,
    description: `${summary} ${current}.`,
    url: listPageUrl(address, number),
    parents: [...parents, { text: title, href: url }],
    pageType: 'CollectionPage',
    // No translations: the same page number in another language holds other articles.
  });
}

/** The links of one page of a list. @param texts of the links */
export function listPager(
  address: ListAddress,
  { number, older, newer }: Omit<ListPage<unknown>, 'items'>,
  texts: Record<'older' | 'newer' | 'newest', string>,
): Pager {
  return {
    current: number === undefined ? undefined : translator(address.locale)('pageNumber', { number }),
    older: older === undefined ? undefined : { text: texts.older, href: listPageUrl(address, older) },
    newer: newerLink(address, newer, texts),
  };
}

function newerLink(
  address: ListAddress,
  newer: ListPage<unknown>['newer'],
  texts: Record<'newer' | 'newest', string>,
): Link | undefined {
  if (newer === undefined) return undefined;
  if (newer === 'front') return { text: texts.newest, href: listUrl(address) };
  return { text: texts.newer, href: listPageUrl(address, newer) };
}
