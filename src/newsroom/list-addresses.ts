/** The address of each list, from the category, tag, author, place or period that it is about. */
import type { Locale } from '#src/schemas/locale.ts';
import type { EventListAddress, LISTS_BY_SLUG, ListAddress } from '#src/urls.ts';
import type { Author, Category, EventKind, Place, Tag } from './newsroom.ts';

interface InEdition {
  locale: Locale;
}

export const latestAddress = ({ locale }: InEdition): ListAddress => ({ locale, kind: 'latest', slug: '' });

/** Every edition has this list, even if it is empty. */
export const correctionsAddress = ({ locale }: InEdition): ListAddress => ({ locale, kind: 'corrections', slug: '' });

/** The list of all issues of the newsletter; an edition without one has no such list. */
export const newsletterAddress = ({ locale }: InEdition): ListAddress => ({ locale, kind: 'newsletter', slug: '' });

export const categoryAddress = ({ locale }: InEdition, category: Category): ListAddress => ({
  locale,
  kind: 'categories',
  slug: category.slug?.[locale] ?? category.id,
});

export const tagAddress = ({ locale }: InEdition, tag: Tag): ListAddress => ({
  locale,
  kind: 'tags',
  slug: tag.slug?.[locale] ?? tag.id,
});

export const authorAddress = ({ locale }: InEdition, author: Author): ListAddress => ({
  locale,
  kind: 'authors',
  slug: author.id,
});

export const placeAddress = ({ locale }: InEdition, place: Place): ListAddress => ({
  locale,
  kind: 'places',
  slug: place.id,
});

/** The index of all categories, tags, authors or places. Every edition has it, even if it is empty. */
export const indexAddress = ({ locale }: InEdition, kind: (typeof LISTS_BY_SLUG)[number]): ListAddress => ({
  locale,
  kind,
  slug: '',
});

/** @param period `2026` or `2026/11`; '' for the archive's index */
export const archiveAddress = ({ locale }: InEdition, period: string): ListAddress => ({
  locale,
  kind: 'archive',
  slug: period,
});

export const comingEvents = ({ locale }: InEdition): EventListAddress => ({ locale, kind: 'coming', slug: '' });
export const pastEvents = ({ locale }: InEdition): EventListAddress => ({ locale, kind: 'past', slug: '' });

/** @param month `2026/11` */
export const eventMonth = ({ locale }: InEdition, month: string): EventListAddress => ({
  locale,
  kind: 'month',
  slug: month,
});

export const eventKindAddress = ({ locale }: InEdition, kind: EventKind): EventListAddress => ({
  locale,
  kind: 'kind',
  slug: kind.slug?.[locale] ?? kind.id,
});

export const eventPlaceAddress = ({ locale }: InEdition, place: Pick<Place, 'id'>): EventListAddress => ({
  locale,
  kind: 'place',
  slug: place.id,
});
