import { z } from 'zod';
import { withError } from './message.ts';
import { aliasesField } from './old-address.ts';
import { bilingualText, emailField, lineOfText, pictureField, webAddress } from './shared-fields.ts';

/** A person has one name, a desk one in each language. The result always has one in each language. */
const authorName = z
  .union([lineOfText(80), bilingualText(80)], withError('author-name'))
  .transform((name) => (typeof name === 'string' ? { en: name, es: name } : name));

/** Who signs an article: a person or a desk of the paper. */
export const authorSchema = <Image extends z.ZodType>(imageFile: Image) =>
  z.strictObject({
    name: authorName,
    kind: z.enum(['person', 'desk'], withError('author-kind')).default('person'),
    role: bilingualText(80),
    biography: bilingualText(600),
    email: emailField.optional(),
    website: webAddress.optional(),
    picture: pictureField(imageFile).optional(),
    /** Those below `/es/` redirect to the Spanish list, the others to the English one. */
    aliases: aliasesField,
  });

export type AuthorFields<Image = unknown> = z.output<ReturnType<typeof authorSchema<z.ZodType<Image>>>>;
