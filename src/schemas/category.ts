import { z } from 'zod';
import { withError } from './message.ts';
import { aliasesField } from './old-address.ts';
import { bilingualSlug, bilingualText } from './shared-fields.ts';

/** `order` is its place in the masthead's navigation; `slug` the last part of its address. */
export const categorySchema = z.strictObject({
  title: bilingualText(40),
  description: bilingualText(240),
  slug: bilingualSlug.optional(),
  /** Those below `/es/` redirect to the Spanish list, the others to the English one. */
  aliases: aliasesField,
  order: z.int(withError('order')).default(100),
});

export type CategoryFields = z.output<typeof categorySchema>;
