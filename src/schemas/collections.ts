import type { z } from 'zod';
import { articleSchema } from './article.ts';
import { authorSchema } from './author.ts';
import { categorySchema } from './category.ts';
import { pageSchema } from './page.ts';
import { placeSchema } from './place.ts';
import { tagSchema } from './tag.ts';

/**
 * The register of collections: every kind of content, with how its files are written. `text`: Markdown files in a folder
 * for each language; `data`: YAML files that hold both languages. Everything that goes through all kinds starts here.
 */
const REGISTER = {
  articles: 'text',
  authors: 'data',
  categories: 'data',
  tags: 'data',
  places: 'data',
  pages: 'text',
} as const;

export type Collection = keyof typeof REGISTER;
export type TextCollection = {
  [Kind in Collection]: (typeof REGISTER)[Kind] extends 'text' ? Kind : never;
}[Collection];

/** The name of each collection, which is also its folder in the content root. */
export const COLLECTIONS = Object.keys(REGISTER) as readonly Collection[];

/** Collections of Markdown files. */
export const TEXT_COLLECTIONS: ReadonlySet<Collection> = new Set(
  COLLECTIONS.filter((collection) => REGISTER[collection] === 'text'),
);

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
    pages: pageSchema,
  }) satisfies Record<Collection, z.ZodObject>;
