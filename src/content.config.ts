import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { buildSettings } from './build-settings.ts';
import { newsroomLoader } from './reading/newsroom-loader.ts';
import { collectionSchemas } from './schemas/collections.ts';
import { localeField } from './schemas/locale.ts';

const { contentRoot } = buildSettings(process.env);

/** Texts are stored with their file's facts; their bodies stay on disk until a page shows them. */
const textFile = { locale: localeField, stem: z.string(), file: z.string(), bodyDigest: z.string() };

export const collections = {
  articles: defineCollection({
    loader: newsroomLoader(contentRoot, 'articles'),
    schema: ({ image }) =>
      z.object({
        ...textFile,
        frontMatter: collectionSchemas(image()).articles,
        bodyPictures: z.array(z.object({ path: z.string(), image: image() })),
      }),
  }),
  pages: defineCollection({
    loader: newsroomLoader(contentRoot, 'pages'),
    schema: ({ image }) => z.object({ ...textFile, frontMatter: collectionSchemas(image()).pages }),
  }),
  authors: defineCollection({
    loader: newsroomLoader(contentRoot, 'authors'),
    schema: ({ image }) => collectionSchemas(image()).authors,
  }),
  categories: defineCollection({
    loader: newsroomLoader(contentRoot, 'categories'),
    schema: ({ image }) => collectionSchemas(image()).categories,
  }),
  tags: defineCollection({
    loader: newsroomLoader(contentRoot, 'tags'),
    schema: ({ image }) => collectionSchemas(image()).tags,
  }),
  places: defineCollection({
    loader: newsroomLoader(contentRoot, 'places'),
    schema: ({ image }) => collectionSchemas(image()).places,
  }),
};
