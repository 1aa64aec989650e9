import type { ListAddress } from '#src/urls.ts';
import type { Edition } from './edition.ts';
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
  const lists: FollowedList[] = [
    ...edition.categories.map((category) => ({
      address: categoryAddress(edition, category),
      name: category.title[locale],
      articles: byCategory.get(category.id) ?? [],
    })),
    ...edition.tags.map((tag) => ({
      address: tagAddress(edition, tag),
      name: tag.title[locale],
      articles: byTag.get(tag.id) ?? [],
    })),
    ...edition.authors.map((author) => ({
      address: authorAddress(edition, author),
      name: author.name[locale],
      articles: byAuthor.get(author.id) ?? [],
    })),
    ...edition.places.map((place) => ({
      address: placeAddress(edition, place),
      name: place.name[locale],
      articles: byPlace.get(place.id) ?? [],
    })),
  ];
  return lists.filter(({ address, articles }) => hasFeeds(address, articles.length));
}
