import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { buildSettings } from './build-settings.ts';
import { newsroomLoader } from './reading/newsroom-loader.ts';
import { collectionSchemas } from './schemas/collections.ts';
import { plainImageFile } from './schemas/field-tools.ts';
import { localeField } from './schemas/locale.ts';

const { contentRoot } = buildSettings(process.env);

/** Texts are stored with their file's facts; their bodies stay on disk until a page shows them. */
const textFile = {
  locale: localeField,
  stem: z.string(),
  file: z.string(),
  digest: z.string(),
  bodyDigest: z.string(),
};

const schemas = collectionSchemas(plainImageFile);

export const collections = {
  articles: defineCollection({
    loader: newsroomLoader(contentRoot, 'articles'),
    schema: z.object({ ...textFile, frontMatter: schemas.articles, bodyPictures: z.array(z.string()) }),
  }),
  pages: defineCollection({
    loader: newsroomLoader(contentRoot, 'pages'),
    schema: z.object({ ...textFile, frontMatter: schemas.pages }),
  }),
  authors: defineCollection({ loader: newsroomLoader(contentRoot, 'authors'), schema: schemas.authors }),
  categories: defineCollection({ loader: newsroomLoader(contentRoot, 'categories'), schema: schemas.categories }),
  tags: defineCollection({ loader: newsroomLoader(contentRoot, 'tags'), schema: schemas.tags }),
  places: defineCollection({ loader: newsroomLoader(contentRoot, 'places'), schema: schemas.places }),
};
