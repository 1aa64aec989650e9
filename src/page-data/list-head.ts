/** What every list that is divided into pages has: a head for each page, and the links between them. */
import { translator } from '#src/i18n/translate.ts';
import type { ListPage } from '#src/newsroom/paginate.ts';
import type { Author } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { fullAuthorNode } from '#src/seo/json-ld/author-node.ts';
import type { SocialPicture } from '#src/social-cards/social-picture.ts';
import { listPageUrl, listUrl, segment, type ListAddress } from '#src/urls.ts';
import type { Link } from './link.ts';
import type { Translation } from './translation.ts';

/** The links between a list's pages. */
export interface Pager {
  /** “Page 12”; undefined on the front of the list. */
  current: string | undefined;
  older: Link | undefined;
  newer: Link | undefined;
}

/** A list page's route parameter: undefined on the list's front. */
export function pageParam(locale: Locale, number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${segment(locale, 'page')}/${number}`;
}

/** What the head of a list's page says. */
export interface ListHeadFacts {
  title: string;
  /** For search engines and previews, on every page of the list. */
  summary: string;
  /** The lists above it. */
  parents: readonly Link[];
  /** What other sites show of its front, if it has a card of its own. */
  picture?: SocialPicture;
  /** The author, if it is the page of one. */
  profile?: Author;
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
