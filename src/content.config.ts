import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import type { z } from 'zod';
import type { Entries } from './newsroom/newsroom.ts';
import { newsroomLoader } from './reading/newsroom-loader.ts';
import { COLLECTIONS, collectionSchemas, type Collection } from './schemas/collections.ts';
import { plainImageFile } from './schemas/field-tools.ts';

type Definitions = {
  [Kind in Collection]: { type?: 'content_layer'; loader: Loader; schema: z.ZodType<Entries[Kind]> };
};

const schemas = collectionSchemas(plainImageFile);

/**
 * Every collection of the register. The loader has parsed each entry with these schemas, and has added what its file says
 * (id, language, digests, the sizes of its pictures); bodies stay on disk until a page shows them.
 */
export const collections = Object.fromEntries(
  COLLECTIONS.map((collection) => [
    collection,
    defineCollection({ loader: newsroomLoader(collection), schema: schemas[collection] }),
  ]),
) as Record<Collection, unknown> as Definitions;
