/** The address of each list, from the category, tag, author, place or period that it is about. */
import type { Locale } from '#src/schemas/locale.ts';
import type { EventListAddress, LISTS_BY_SLUG, ListAddress } from '#src/urls.ts';
import type { Author, Category, EventKind, Place, Tag } from './newsroom.ts';

interface InEdition {
  locale: Locale;
}

const listIn = ({ locale }: InEdition, kind: ListAddress['kind'], slug = ''): ListAddress => ({ locale, kind, slug });

const eventsIn = ({ locale }: InEdition, kind: EventListAddress['kind'], slug = ''): EventListAddress => {
  return { locale, kind, slug };
};

/** What a category, tag or kind of event is called in the addresses of a language. */
export const slugIn = (locale: Locale, { id, slug }: Category | EventKind | Tag): string => slug?.[locale] ?? id;

export const latestAddress = (edition: InEdition) => listIn(edition, 'latest');

/** Every edition has this list, even if it is empty. */
export const correctionsAddress = (edition: InEdition) => listIn(edition, 'corrections');

/** The list of all issues of the newsletter; an edition without one has no such list. */
export const newsletterAddress = (edition: InEdition) => listIn(edition, 'newsletter');

export const categoryAddress = (edition: InEdition, category: Category) =>
  listIn(edition, 'categories', slugIn(edition.locale, category));

export const tagAddress = (edition: InEdition, tag: Tag) => listIn(edition, 'tags', slugIn(edition.locale, tag));

export const authorAddress = (edition: InEdition, author: Author) => listIn(edition, 'authors', author.id);

export const placeAddress = (edition: InEdition, place: Place) => listIn(edition, 'places', place.id);

/** The index of all categories, tags, authors or places. Every edition has it, even if it is empty. */
export const indexAddress = (edition: InEdition, kind: (typeof LISTS_BY_SLUG)[number]) => listIn(edition, kind);

/** @param period `2026` or `2026/11`; '' for the archive's index */
export const archiveAddress = (edition: InEdition, period: string) => listIn(edition, 'archive', period);

export const comingEvents = (edition: InEdition) => eventsIn(edition, 'coming');
export const pastEvents = (edition: InEdition) => eventsIn(edition, 'past');

/** @param month `2026/11` */
export const eventMonth = (edition: InEdition, month: string) => eventsIn(edition, 'month', month);

export const eventKindAddress = (edition: InEdition, kind: EventKind) =>
  eventsIn(edition, 'kind', slugIn(edition.locale, kind));

export const eventPlaceAddress = (edition: InEdition, place: Pick<Place, 'id'>) => eventsIn(edition, 'place', place.id);
