/** Which editions have each list: for the page's `hreflang`, its language links and the sitemap alike. */
import { yearsOf, type Edition } from '#src/newsroom/edition.ts';
import {
  archiveAddress,
  authorAddress,
  correctionsAddress,
  indexAddress,
  latestAddress,
  newsletterAddress,
  placeAddress,
  categoryAddress,
  tagAddress,
} from '#src/newsroom/list-addresses.ts';
import type { Author, Category, Place, Tag } from '#src/newsroom/newsroom.ts';
import { LISTS_BY_SLUG, type ListAddress } from '#src/urls.ts';

type Editions = readonly Edition[];

/** The same list in every edition that has it, in the order of the editions. */
export type ListVersions = readonly ListAddress[];

export const latestVersions = (editions: Editions): ListVersions => editions.map(latestAddress);

export const correctionsVersions = (editions: Editions): ListVersions => editions.map(correctionsAddress);

/** The list of the newsletter's issues, in the editions that have sent one. */
export const newsletterVersions = (editions: Editions): ListVersions =>
  editions.filter(({ issues }) => issues.length > 0).map(newsletterAddress);

export const indexVersions = (editions: Editions, kind: (typeof LISTS_BY_SLUG)[number]): ListVersions =>
  editions.map((edition) => indexAddress(edition, kind));

/** Every edition has every section: the section bar leads to those without stories as well. */
export const categoryVersions = (editions: Editions, category: Category): ListVersions =>
  editions.map((edition) => categoryAddress(edition, category));

export const tagVersions = (editions: Editions, tag: Tag): ListVersions =>
  editions.filter(({ byTag }) => byTag.has(tag.id)).map((edition) => tagAddress(edition, tag));

export const authorVersions = (editions: Editions, author: Author): ListVersions =>
  editions.filter(({ byAuthor }) => byAuthor.has(author.id)).map((edition) => authorAddress(edition, author));

export const placeVersions = (editions: Editions, place: Place): ListVersions =>
  editions.filter(({ byPlace }) => byPlace.has(place.id)).map((edition) => placeAddress(edition, place));

/** Every edition has the archive's index; it has a year or month only if there are articles. */
export const archiveVersions = (editions: Editions, period: string): ListVersions =>
  editions
    .filter(({ byMonth }) => !period || [...byMonth.keys()].some((month) => `${month}/`.startsWith(`${period}/`)))
    .map((edition) => archiveAddress(edition, period));

/** All lists of an edition, each in all its versions. */
export function everyListOf(edition: Edition, editions: Editions): ListVersions[] {
  const months = [...edition.byMonth.keys()];
  return [
    latestVersions(editions),
    correctionsVersions(editions),
    ...LISTS_BY_SLUG.map((kind) => indexVersions(editions, kind)),
    ...edition.categories.map((category) => categoryVersions(editions, category)),
    ...edition.tags.map((tag) => tagVersions(editions, tag)),
    ...edition.authors.map((author) => authorVersions(editions, author)),
    ...edition.places.map((place) => placeVersions(editions, place)),
    ...['', ...yearsOf(edition), ...months].map((period) => archiveVersions(editions, period)),
  ];
}
