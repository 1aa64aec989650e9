/** The lists of an edition: latest, categories, tags, authors and places, each a {@link Listing} and its routes. */
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import {
  authorAddress,
  latestAddress,
  placeAddress,
  categoryAddress,
  tagAddress,
} from '#src/newsroom/list-addresses.ts';
import type { Author, Category, Place, Tag } from '#src/newsroom/newsroom.ts';
import {
  authorVersions,
  latestVersions,
  placeVersions,
  categoryVersions,
  tagVersions,
} from '#src/seo/list-versions.ts';
import { localeParam, placeMapUrl, segment } from '#src/urls.ts';
import { safeAddress } from '#src/written-urls.ts';
import { indexLink } from './page-chrome.ts';
import { listingGroups, listingProps, type Listing } from './listing.ts';
import type { PageGroup } from './page-group.ts';
import { categoryPicture } from './social-pictures.ts';
import { staticPath, type StaticPath } from './static-path.ts';
import { comingUpIn } from './today.ts';

interface ListParams {
  locale: string | undefined;
  slug: string;
  page: string | undefined;
}
type ListGroups<Key extends string> = PageGroup<
  StaticPath<ListParams & Record<Key, string>, ReturnType<typeof listingProps>>
>[];

/** All editions: whether a list has a version in each. */
export type Editions = readonly Edition[];

export function latestGroups(edition: Edition, editions: Editions) {
  const { locale } = edition;
  const t = translator(locale);
  const listing: Listing = {
    address: latestAddress(edition),
    articles: edition.articles,
    title: t('latest'),
    description: t('latestDescription'),
    summary: t('latestDescription'),
    versions: latestVersions(editions),
    parents: [],
  };
  return listingGroups(edition, [listing], (_, { page, sources }) =>
    staticPath({ locale: localeParam(locale), latest: segment(locale, 'latest'), page }, sources, listingProps),
  );
}

/** Categories have a page even while they are empty, because the masthead links to all of them. */
export function categoryGroups(edition: Edition, editions: Editions): ListGroups<'categories'> {
  const { locale } = edition;
  const t = translator(locale);
  const listing = (category: Category): Listing => ({
    address: categoryAddress(edition, category),
    articles: edition.byCategory.get(category.id) ?? [],
    kicker: t('section'),
    title: typeset(category.title[locale]),
    description: typeset(category.description[locale]),
    summary: typeset(category.description[locale]),
    categoryId: category.id,
    picture: categoryPicture(edition.site, locale, category),
    versions: categoryVersions(editions, category),
    parents: [indexLink(edition, 'categories')],
  });
  return groupsOf(edition, 'categories', edition.categories.map(listing));
}

export function tagGroups(edition: Edition, editions: Editions): ListGroups<'tags'> {
  const { locale } = edition;
  const t = translator(locale);
  const listing = (tag: Tag): Listing => ({
    address: tagAddress(edition, tag),
    articles: edition.byTag.get(tag.id) ?? [],
    kicker: t('topic'),
    title: typeset(tag.title[locale]),
    description: tag.description && typeset(tag.description[locale]),
    summary: typeset(tag.description?.[locale] ?? `${t('storiesTagged', { name: tag.title[locale] })}.`),
    versions: tagVersions(editions, tag),
    parents: [indexLink(edition, 'tags')],
  });
  return groupsOf(edition, 'tags', edition.tags.map(listing));
}

export function authorGroups(edition: Edition, editions: Editions): ListGroups<'authors'> {
  const { locale } = edition;
  const t = translator(locale);
  const listing = (author: Author): Listing => ({
    address: authorAddress(edition, author),
    articles: edition.byAuthor.get(author.id) ?? [],
    kicker: t('writtenBy'),
    title: typeset(author.name[locale]),
    description: typeset(author.biography[locale]),
    summary: typeset(`${t('storiesBy', { name: author.name[locale] })}. ${author.role[locale]}.`),
    author: {
      role: typeset(author.role[locale]),
      email: author.email,
      website: author.website && safeAddress(author.website),
    },
    versions: authorVersions(editions, author),
    parents: [indexLink(edition, 'authors')],
    profile: author,
  });
  return groupsOf(edition, 'authors', edition.authors.map(listing));
}

export function placeGroups(edition: Edition, editions: Editions): ListGroups<'places'> {
  const { locale } = edition;
  const t = translator(locale);
  const listing = (place: Place): Listing => {
    const name = typeset(place.name[locale]);
    const fullName = place.state === place.name[locale] ? `${name}, ${place.country}` : `${name}, ${place.state}`;
    return {
      address: placeAddress(edition, place),
      articles: edition.byPlace.get(place.id) ?? [],
      kicker: t('place'),
      title: name,
      description: place.description && typeset(place.description[locale]),
      summary: typeset(place.description?.[locale] ?? `${t('storiesFrom', { name: fullName })}.`),
      map: { src: placeMapUrl(place.id), alt: t('mapOf', { name }), caption: fullName },
      note: place.aliases.length > 0 ? typeset(t('alsoKnownAs', { names: place.aliases.join(', ') })) : undefined,
      versions: placeVersions(editions, place),
      parents: [indexLink(edition, 'places')],
      events: comingUpIn(edition, place),
    };
  };
  return groupsOf(edition, 'places', edition.places.map(listing));
}

function groupsOf<Kind extends 'categories' | 'tags' | 'authors' | 'places'>(
  edition: Edition,
  kind: Kind,
  listings: readonly Listing[],
): ListGroups<Kind> {
  const { locale } = edition;
  const word = { [kind]: segment(locale, kind) } as Record<Kind, string>;
  return listingGroups(edition, listings, ({ address: { slug } }, { page, sources }) =>
    staticPath({ locale: localeParam(locale), slug, page, ...word }, sources, listingProps),
  );
}
