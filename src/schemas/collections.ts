import type { z } from 'zod';
import { articleSchema } from './article.ts';
import { authorSchema } from './author.ts';
import { categorySchema } from './category.ts';
import { eventKindSchema } from './event-kind.ts';
import { eventSchema } from './event.ts';
import { newsletterSchema } from './newsletter.ts';
import { noticeSchema } from './notice.ts';
import { pageSchema } from './page.ts';
import { placeSchema } from './place.ts';
import { tagSchema } from './tag.ts';

/** What is known of a kind of content besides its schema. */
interface CollectionFacts {
  /** `text`: Markdown files in a folder for each language; `data`: YAML files that hold both languages. */
  form: 'text' | 'data';
  /** Texts that are filed by year: `articles/en/2026/`. */
  inYears?: true;
  /** The field that people know an entry by. */
  title: 'title' | 'name' | 'text' | 'subject';
  /** The fields that hold the names of other files, each with their collection: `lists` hold several, `single` one. */
  names?: { lists?: Readonly<Record<string, string>>; single?: Readonly<Record<string, string>> };
  /** A form begins these instants, by their path, with the present moment. */
  startsNow?: readonly string[];
  /** A new entry begins with these switches on. */
  startsOn?: readonly string[];
}

/**
 * The register of collections: every kind of content, with how its files are written and what they name. Everything that goes
 * through all kinds starts here, in this order.
 */
const REGISTER = {
  articles: {
    form: 'text',
    inYears: true,
    title: 'title',
    names: {
      lists: { authors: 'authors', categories: 'categories', tags: 'tags', places: 'places' },
      single: { dateline: 'places' },
    },
    startsNow: ['pubDate', 'corrections.date', 'withdrawn.date'],
    startsOn: ['draft'],
  },
  authors: { form: 'data', title: 'name' },
  categories: { form: 'data', title: 'title' },
  tags: { form: 'data', title: 'title' },
  places: { form: 'data', title: 'name' },
  events: {
    form: 'text',
    inYears: true,
    title: 'title',
    names: { lists: { kinds: 'event-kinds' }, single: { place: 'places' } },
    startsNow: ['pubDate', 'changes.date'],
    startsOn: ['draft'],
  },
  'event-kinds': { form: 'data', title: 'title' },
  notices: { form: 'data', title: 'text', startsNow: ['since'] },
  newsletters: { form: 'text', inYears: true, title: 'subject', startsNow: ['date'], startsOn: ['draft'] },
  pages: { form: 'text', title: 'title', startsNow: ['updatedDate'] },
} as const satisfies Record<string, CollectionFacts>;

export type Collection = keyof typeof REGISTER;
export type TextCollection = {
  [Kind in Collection]: (typeof REGISTER)[Kind]['form'] extends 'text' ? Kind : never;
}[Collection];
export type DataCollection = Exclude<Collection, TextCollection>;

/** The name of each collection, which is also its folder in the content root. */
export const COLLECTIONS = Object.keys(REGISTER) as readonly Collection[];

/** What the register knows of a collection. */
export const factsOf = (collection: Collection): CollectionFacts => REGISTER[collection];

/** A field that holds names of other files. */
export interface NamingField {
  field: string;
  /** Whose files it names. */
  names: Collection;
  isList: boolean;
}

/** Made once: rules ask for those of every file. */
const NAMING_FIELDS = new Map(
  COLLECTIONS.map((collection): [Collection, readonly NamingField[]] => {
    const { lists = {}, single = {} } = factsOf(collection).names ?? {};
    const fields = (named: Readonly<Record<string, string>>, isList: boolean) =>
      Object.entries(named).map(([field, names]) => ({ field, names: names as Collection, isList }));
    return [collection, [...fields(lists, true), ...fields(single, false)]];
  }),
);

/** The fields of a collection that hold names of other files. */
export const namingFields = (collection: Collection): readonly NamingField[] => NAMING_FIELDS.get(collection) ?? [];

/** Collections of Markdown files. */
export const TEXT_COLLECTIONS: ReadonlySet<Collection> = new Set(
  COLLECTIONS.filter((collection) => REGISTER[collection].form === 'text'),
);

/** Collections of YAML files, of which an entry is one file for both languages. */
export const DATA_COLLECTIONS = COLLECTIONS.filter(
  (collection): collection is DataCollection => !TEXT_COLLECTIONS.has(collection),
);

/** Collections whose entries may be named without having a file. */
export const NEEDS_NO_FILE: ReadonlySet<Collection> = new Set(['tags']);

/**
 * The schema of every collection.
 * @param imageFile how a picture's path is read: see {@link file://./field-tools.ts}
 */
export const collectionSchemas = <Image extends z.ZodType>(imageFile: Image) =>
  ({
    articles: articleSchema(imageFile),
    authors: authorSchema(imageFile),
    categories: categorySchema,
    tags: tagSchema,
    places: placeSchema,
    events: eventSchema(imageFile),
    'event-kinds': eventKindSchema,
    notices: noticeSchema,
    newsletters: newsletterSchema,
    pages: pageSchema,
  }) satisfies Record<Collection, z.ZodObject>;
