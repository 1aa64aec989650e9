import type { z } from 'zod';
import { articleSchema } from './article.ts';
import { authorSchema } from './author.ts';
import { categorySchema } from './category.ts';
import { pageSchema } from './page.ts';
import { placeSchema } from './place.ts';
import { tagSchema } from './tag.ts';

/** The kinds of content, each a folder of the content root. */
export const COLLECTIONS = ['articles', 'authors', 'categories', 'tags', 'places', 'pages'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** Collections of Markdown files in a folder for each language; the others are YAML files that speak both. */
export const TEXT_COLLECTIONS: ReadonlySet<Collection> = new Set(['articles', 'pages']);

/**
 * The schema of every collection.
 * @param imageFile how a picture's path is read: see {@link file://./field-tools.ts}
 */
export const collectionSchemas = <Image extends z.ZodType>(imageFile: Image) => ({
  articles: articleSchema(imageFile),
  authors: authorSchema(imageFile),
  categories: categorySchema,
  tags: tagSchema,
  places: placeSchema,
  pages: pageSchema,
});
