import { z } from 'zod';
import { aliasesField } from './old-address.ts';
import { bilingualSlug, bilingualText } from './shared-fields.ts';

/** A tag's file is optional: a tag without one is titled from its slug. */
export const tagSchema = z.strictObject({
  title: bilingualText(60),
  description: bilingualText(240).optional(),
  slug: bilingualSlug.optional(),
  /** Those below `/es/` redirect to the Spanish list, the others to the English one. */
  aliases: aliasesField,
});

export type TagFields = z.output<typeof tagSchema>;
