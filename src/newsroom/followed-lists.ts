import type { ListAddress } from '#src/urls.ts';
import type { ArticlesBy, Edition } from './edition.ts';
import { authorAddress, categoryAddress, placeAddress, tagAddress } from './list-addresses.ts';
import type { Article } from './newsroom.ts';

/** A topic with fewer articles has no feed: no one follows what hardly happens, and an archive has hundreds of such topics. */
const ARTICLES_OF_A_TOPIC = 5;

/** Whether a list has feeds. @param articles in it */
export function hasFeeds({ kind, slug }: ListAddress, articles: number): boolean {
  if (kind === 'newsletter') return true;
  if (slug === '') return false;
  if (kind === 'tags') return articles >= ARTICLES_OF_A_TOPIC;
  return kind === 'categories' || kind === 'authors' || kind === 'places';
}

/** A list that readers can follow. */
export interface FollowedList {
  address: ListAddress;
  name: string;
  /** Newest first. */
  articles: readonly Article[];
}

/** The lists of an edition that have feeds: sections, topics, authors and places. */
export function followedLists(edition: Edition): FollowedList[] {
  const { locale, byCategory, byTag, byAuthor, byPlace } = edition;
  const listsOf = <Named extends { id: string }>(
    named: readonly Named[],
    articles: ArticlesBy,
    addressOf: (edition: Edition, one: Named) => ListAddress,
    nameOf: (one: Named) => string,
  ): FollowedList[] =>
    named.map((one) => ({ address: addressOf(edition, one), name: nameOf(one), articles: articles.get(one.id) ?? [] }));
  const lists = [
    ...listsOf(edition.categories, byCategory, categoryAddress, ({ title }) => title[locale]),
    ...listsOf(edition.tags, byTag, tagAddress, ({ title }) => title[locale]),
    ...listsOf(edition.authors, byAuthor, authorAddress, ({ name }) => name[locale]),
    ...listsOf(edition.places, byPlace, placeAddress, ({ name }) => name[locale]),
  ];
  return lists.filter(({ address, articles }) => hasFeeds(address, articles.length));
}
