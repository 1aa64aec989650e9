import { defineCollection, type SchemaContext } from 'astro:content';
import { z } from 'zod';
import { buildSettings } from './build-settings.ts';
import { newsroomLoader } from './reading/newsroom-loader.ts';
import { collectionSchemas } from './schemas/collections.ts';
import { localeField } from './schemas/locale.ts';

const { contentRoot } = buildSettings(process.env);

/** Texts are stored with their file's facts; their bodies stay on disk until a page shows them. */
const textFile = { locale: localeField, stem: z.string(), file: z.string(), bodyDigest: z.string() };

const PROBE = './probe.webp';

/**
 * Astro asks for the schema anew for every entry. Making one of this size takes longer than parsing with it, and all its
 * garbage was half of a large build. What its `image()` makes of our paths, which begin with a dot, is always the same,
 * but for one caller: the generator of types hands in a plain string, and gets a schema of its own.
 */
function madeOnce<Schema>(make: (image: SchemaContext['image']) => Schema): (context: SchemaContext) => Schema {
  const made = new Map<boolean, Schema>();
  return ({ image }) => {
    const isPlain = image().safeParse(PROBE).data === (PROBE as unknown);
    const schema = made.get(isPlain) ?? make(image);
    made.set(isPlain, schema);
    return schema;
  };
}

export const collections = {
  articles: defineCollection({
    loader: newsroomLoader(contentRoot, 'articles'),
    schema: madeOnce((image) =>
      z.object({
        ...textFile,
        frontMatter: collectionSchemas(image()).articles,
        bodyPictures: z.array(z.object({ path: z.string(), image: image() })),
      }),
    ),
  }),
  pages: defineCollection({
    loader: newsroomLoader(contentRoot, 'pages'),
    schema: madeOnce((image) => z.object({ ...textFile, frontMatter: collectionSchemas(image()).pages })),
  }),
  authors: defineCollection({
    loader: newsroomLoader(contentRoot, 'authors'),
    schema: madeOnce((image) => collectionSchemas(image()).authors),
  }),
  categories: defineCollection({
    loader: newsroomLoader(contentRoot, 'categories'),
    schema: madeOnce((image) => collectionSchemas(image()).categories),
  }),
  tags: defineCollection({
    loader: newsroomLoader(contentRoot, 'tags'),
    schema: madeOnce((image) => collectionSchemas(image()).tags),
  }),
  places: defineCollection({
    loader: newsroomLoader(contentRoot, 'places'),
    schema: madeOnce((image) => collectionSchemas(image()).places),
  }),
};
