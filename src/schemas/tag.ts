import { z } from 'zod';
import { bilingualText, slugField } from './shared-fields.ts';

/** A topic. The file is optional: a tag without one is titled from its slug. */
export const tagSchema = z.strictObject({
  title: bilingualText(60),
  description: bilingualText(240).optional(),
  slug: z.strictObject({ en: slugField, es: slugField }).optional(),
});

export type TagFields = z.output<typeof tagSchema>;
