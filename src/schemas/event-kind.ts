import { z } from 'zod';
import { withError } from './message.ts';
import { aliasesField } from './old-address.ts';
import { bilingualSlug, bilingualText } from './shared-fields.ts';

/** A kind of event, such as music or markets; `order` is its place among the kinds. */
export const eventKindSchema = z.strictObject({
  title: bilingualText(40),
  description: bilingualText(240).optional(),
  slug: bilingualSlug.optional(),
  /** Those below `/es/` redirect to the Spanish list, the others to the English one. */
  aliases: aliasesField,
  order: z.int(withError('order')).default(100),
});

export type EventKindFields = z.output<typeof eventKindSchema>;
