import { z } from 'zod';
import { withError } from './message.ts';
import { aliasesField } from './old-address.ts';
import { instantField, lineOfText, slugField } from './shared-fields.ts';

/** A static page: about, contact, corrections policy, ethics, privacy. */
export const pageSchema = z.strictObject({
  title: lineOfText(80, 'page-heading'),
  description: lineOfText(240, 'page-description'),
  /** The same in both languages, to pair the two versions. */
  translationKey: slugField,
  updatedDate: instantField,
  slug: slugField.optional(),
  aliases: aliasesField,
  /** Its place in the imprint at the foot of every page; the lowest comes first. */
  order: z.int(withError('order')).default(100),
});

export type PageFields = z.output<typeof pageSchema>;
