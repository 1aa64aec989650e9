import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { paginate, type ListPage } from '#src/newsroom/listings.ts';
import type { Article, Category } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import type { ListVersions } from '#src/seo/list-versions.ts';
import { listPageUrl, listUrl, segment, type ListAddress } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link } from './link.ts';
import { sectionOf } from './names.ts';
import { gather, type PageGroup } from './page-group.ts';

/** Where a list's pages lead. */
export interface Pager {
  /** “Page 12”; undefined on the front of the list. */
  current: string | undefined;
  older: Link | undefined;
  newer: Link | undefined;
}

/** What a page with a list of stories shows. */
export interface ListingPage {
  head: Head;
  frame: Frame;
  kicker: string | undefined;
  title: string;
  description: string | undefined;
  /** The list's own address: cards do not repeat the name of the section they are listed in. */
  url: string;
  /** The section whose place in the section bar is marked. */
  sectionId: string | undefined;
  /** The same list in the other editions. */
  translations: readonly { locale: Locale; href: string }[];
  cards: readonly Card[];
  pager: Pager;
  /** Of a place: its map; of an author: who it is. */
  map?: { src: string; alt: string; caption: string } | undefined;
  author?: { role: string; email: string | undefined; website: string | undefined } | undefined;
  note?: string | undefined;
}

/** What a list is about. */
export interface ListingFacts {
  address: ListAddress;
  title: string;
  kicker?: string;
  description?: string | undefined;
  /** For search engines and previews, on every page of the list; the description is shown on its front alone. */
  summary: string;
  sectionId?: string;
  /** In every edition that has the list, this one included. */
  versions: ListVersions;
  map?: ListingPage['map'];
  author?: ListingPage['author'];
  note?: string | undefined;
}

/** A list and its stories, newest first; {@link listingGroups} cuts it into pages. */
export interface Listing extends ListingFacts {
  articles: readonly Article[];
}

/** Everything one page of a list is made from. */
export interface ListingSources extends Omit<ListPage<Article>, 'items'> {
  site: Site;
  frame: Frame;
  facts: ListingFacts;
  articles: readonly Article[];
  /** The section of each. */
  sections: readonly Category[];
}

/** One page of a list: the rest of its route's parameters (`undefined` on its front), and what it is made from. */
export interface ListingPath {
  page: string | undefined;
  sources: ListingSources;
}

/** Pages of a list that are looked at together: up to so many, counted from its page 1, so that they stay together. */
const STRETCH_PAGES = 20;

/** Some pages of a list that follow each other. */
interface ListStretch {
  listing: Listing;
  /** Counted from the oldest; the front is in the last. */
  number: number;
  pages: readonly ListPage<Article>[];
}

/** An archive of 100,000 stories has some 7,000 topics: a few lists in each. */
const LIST_GROUPS = 1024;

/**
 * The pages of some lists. A long list is spread over several groups.
 * @param pathFor the route's parameters for a page of a list, with what the page is made from
 */
export function listingGroups<Path>(
  edition: Edition,
  listings: readonly Listing[],
  pathFor: (listing: Listing, path: ListingPath) => Path,
): PageGroup<Path>[] {
  return gather(edition, stretchesOf(edition, listings), {
    groups: LIST_GROUPS,
    nameOf: ({ listing, number }) => `${listing.address.slug} ${number}`,
    countOf: ({ pages }) => pages.length,
    told: ({ listing, number, pages }) => `${toldFacts(listing)} ${number} ${pages.map(toldPage).join('\n')}`,
    pathsFor: (stretches) =>
      stretches.flatMap(({ listing, pages }) =>
        pages.map((page) => pathFor(listing, listingPath(edition, listing, page))),
      ),
  });
}

function* stretchesOf({ site }: Edition, listings: readonly Listing[]): Generator<ListStretch> {
  for (const listing of listings) {
    const pages = paginate(listing.articles, site.lists.storiesPerPage);
    const last = Math.floor(pages.length / STRETCH_PAGES);
    const stretchOf = ({ number = pages.length }: ListPage<Article>) => Math.floor(number / STRETCH_PAGES);
    for (let number = last; number >= 0; number -= 1) {
      yield { listing, number, pages: pages.filter((page) => stretchOf(page) === number) };
    }
  }
}

function toldFacts({ articles: _, ...facts }: Listing): string {
  return JSON.stringify(facts);
}

function toldPage({ items, ...place }: ListPage<Article>): string {
  let told = `${place.number} ${place.older} ${place.newer}`;
  for (const { digest } of items) told += ` ${digest}`;
  return told;
}

function listingPath(
  edition: Edition,
  { articles: _, ...facts }: Listing,
  { items, ...place }: ListPage<Article>,
): ListingPath {
  const { locale, site } = edition;
  return {
    page: place.number === undefined ? undefined : `${segment(locale, 'page')}/${place.number}`,
    sources: {
      site,
      frame: frameOf(edition),
      facts,
      ...place,
      articles: items,
      sections: items.map((article) => sectionOf(edition, article)),
    },
  };
}

/** The props of a list's page. */
export function listingProps(sources: ListingSources): { page: ListingPage } {
  return { page: listingPage(sources) };
}

function listingPage({ site, frame, facts, number, older, newer, articles, sections }: ListingSources): ListingPage {
  const { locale } = frame;
  const { address, title } = facts;
  const t = translator(locale);
  const isFront = number === undefined;
  const translations = facts.versions.filter((other) => other.locale !== locale);
  const pager = listPager(
    address,
    { number, older, newer },
    { older: t('olderStories'), newer: t('newerStories'), newest: t('newestStories') },
  );
  const { current } = pager;
  return {
    head: makeHead({
      site,
      locale,
      title: current ? `${title}, ${current}` : title,
      description: current ? `${facts.summary} ${current}.` : facts.summary,
      url: isFront ? listUrl(address) : listPageUrl(address, number),
      // Numbered pages of two languages hold different stories: only the fronts are each other's translation.
      translations: isFront ? translations.map((other) => ({ locale: other.locale, url: listUrl(other) })) : [],
    }),
    frame,
    kicker: facts.kicker,
    title,
    description: isFront ? facts.description : undefined,
    url: listUrl(address),
    sectionId: facts.sectionId,
    translations: translations.map((other) => ({ locale: other.locale, href: listUrl(other) })),
    cards: articles.flatMap((article, index) => {
      const section = sections[index];
      return section ? [cardOf(section, article)] : [];
    }),
    pager,
    map: facts.map,
    author: facts.author,
    note: isFront ? facts.note : undefined,
  };
}

/** Where a page of a list leads. @param texts of its links */
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
