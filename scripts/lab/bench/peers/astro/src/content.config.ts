import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const articles = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './articles' }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    date: z.coerce.date(),
    sections: z.array(z.string()),
    tags: z.array(z.string()),
    authors: z.array(z.string()),
    places: z.array(z.string()),
    months: z.array(z.string()),
    locale: z.enum(['en', 'es']),
    address: z.string(),
    translation: z.string().optional(),
  }),
});

export const collections = { articles };
