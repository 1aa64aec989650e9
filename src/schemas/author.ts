import { z } from 'zod';
import { bilingualText, lineOfText, pictureField, webAddress } from './shared-fields.ts';

/** Who signs a story: a person, or a desk of the paper. */
export const authorSchema = <Image extends z.ZodType>(imageFile: Image) =>
  z.strictObject({
    name: lineOfText(80),
    kind: z.enum(['person', 'desk'], { error: 'expected person or desk' }).default('person'),
    role: bilingualText(80),
    biography: bilingualText(600),
    email: z.email({ error: 'expected an e-mail address' }).optional(),
    website: webAddress.optional(),
    picture: pictureField(imageFile).optional(),
  });

export type AuthorFields<Image = unknown> = z.output<ReturnType<typeof authorSchema<z.ZodType<Image>>>>;
