import { z } from 'zod';
import { bilingualSlug, bilingualText } from './shared-fields.ts';

/** A section of the paper. `order` places it in the section bar; `slug` gives the last part of its address. */
export const categorySchema = z.strictObject({
  title: bilingualText(40),
  description: bilingualText(240),
  slug: bilingualSlug.optional(),
  order: z.int({ error: 'expected a whole number; the lowest comes first' }).default(100),
});

export type CategoryFields = z.output<typeof categorySchema>;
