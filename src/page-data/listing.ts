import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { paginate, type ListPage } from '#src/newsroom/listings.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import type { ListVersions } from '#src/seo/list-versions.ts';
import { listPageUrl, listUrl, segment, type ListAddress } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link } from './link.ts';

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

/** What a list is about; {@link listingPages} cuts it into pages. */
export interface Listing {
  address: ListAddress;
  articles: readonly Article[];
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

/** One page of a list: the rest of its route's parameters (`undefined` on its front), and what it shows. */
export interface ListingPath {
  page: string | undefined;
  makeProps: () => { page: ListingPage };
}

/** The pages of a list, its front first. */
export function listingPages(edition: Edition, listing: Listing): ListingPath[] {
  const { locale, site } = edition;
  return paginate(listing.articles, site.lists.storiesPerPage).map((page) => ({
    page: page.number === undefined ? undefined : `${segment(locale, 'page')}/${page.number}`,
    makeProps: () => ({ page: listingPage(edition, listing, page) }),
  }));
}

function listingPage(edition: Edition, listing: Listing, page: ListPage<Article>): ListingPage {
  const { locale, site } = edition;
  const { address, title } = listing;
  const t = translator(locale);
  const isFront = page.number === undefined;
  const translations = listing.versions.filter((other) => other.locale !== locale);
  const current = page.number === undefined ? undefined : t('pageNumber', { number: page.number });
  return {
    head: makeHead({
      site,
      locale,
      title: current ? `${title}, ${current}` : title,
      description: current ? `${listing.summary} ${current}.` : listing.summary,
      url: page.number === undefined ? listUrl(address) : listPageUrl(address, page.number),
      // Numbered pages of two languages hold different stories: only the fronts are each other's translation.
      translations: isFront ? translations.map((other) => ({ locale: other.locale, url: listUrl(other) })) : [],
    }),
    frame: frameOf(edition),
    kicker: listing.kicker,
    title,
    description: isFront ? listing.description : undefined,
    url: listUrl(address),
    sectionId: listing.sectionId,
    translations: translations.map((other) => ({ locale: other.locale, href: listUrl(other) })),
    cards: page.items.map((article) => cardOf(edition, article)),
    pager: {
      current,
      older: page.older === undefined ? undefined : { text: t('olderStories'), href: listPageUrl(address, page.older) },
      newer: newerLink(page, address, t),
    },
    map: listing.map,
    author: listing.author,
    note: isFront ? listing.note : undefined,
  };
}

function newerLink({ newer }: ListPage<Article>, address: ListAddress, t: ReturnType<typeof translator>) {
  if (newer === undefined) return undefined;
  if (newer === 'front') return { text: t('newestStories'), href: listUrl(address) };
  return { text: t('newerStories'), href: listPageUrl(address, newer) };
}
