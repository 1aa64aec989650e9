import { z } from 'zod';
import { aliasesField } from './old-address.ts';
import { instantField, lineOfText, pictureField, slugField, webAddress } from './shared-fields.ts';

/** Kinds of a published correction. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;

const AS_LIST = 'begin each on a line of its own with a hyphen';

const correction = z.strictObject(
  {
    date: instantField,
    kind: z.enum(CORRECTION_KINDS, { error: `expected one of ${CORRECTION_KINDS.join(', ')}` }),
    text: lineOfText(600, 'what was wrong, and what is right'),
  },
  { error: 'expected a correction; write { date: 2026-10-14, kind: correction, text: "…" }' },
);

/**
 * The front matter of an article: the only definition of what a valid article is. Strict, so that a misspelt key is an error.
 * @param imageFile the schema of a picture's path ({@link file://./field-tools.ts})
 */
export const articleSchema = <Image extends z.ZodType>(imageFile: Image) =>
  z
    .strictObject({
      title: lineOfText(140, 'the headline'),
      description: lineOfText(320, 'what the story tells, in a sentence or two'),
      pubDate: instantField,
      updatedDate: instantField.optional(),
      authors: distinct(slugField, 'author').min(1, { error: 'a story has at least one author' }),
      categories: distinct(slugField, 'category')
        .min(1, { error: 'a story has at least one category; the first is its section' })
        .max(3, { error: 'a story has at most three categories; keep the closest' }),
      tags: distinct(slugField, 'tag').default([]),
      dateline: slugField.optional(),
      places: distinct(slugField, 'place').default([]),
      picture: pictureField(imageFile).optional(),
      featured: z.enum(['lead', 'top'], { error: 'expected lead or top' }).optional(),
      draft: z.boolean({ error: 'expected true or false, without quotation marks' }).default(false),
      expiryDate: instantField.optional(),
      withdrawn: z
        .strictObject(
          { date: instantField, reason: lineOfText(400, 'why the story was withdrawn') },
          { error: 'expected when and why the story was withdrawn; write { date: 2026-10-14, reason: "…" }' },
        )
        .optional(),
      corrections: z.array(correction, { error: `expected a list of corrections; ${AS_LIST}` }).default([]),
      translationKey: slugField.optional(),
      sponsor: z
        .strictObject(
          { name: lineOfText(120, 'who paid for the story'), url: webAddress },
          { error: 'expected who paid for the story; write { name: "…", url: "https://…" }' },
        )
        .optional(),
      slug: slugField.optional(),
      aliases: aliasesField,
      sources: z
        .array(
          z.strictObject(
            { title: lineOfText(200, 'what the source is called'), url: webAddress },
            { error: 'expected a source; write { title: "…", url: "https://…" }' },
          ),
          { error: `expected a list of sources; ${AS_LIST}` },
        )
        .default([]),
    })
    .superRefine((article, context) => {
      if (article.updatedDate && article.updatedDate < article.pubDate) {
        context.addIssue({
          code: 'custom',
          path: ['updatedDate'],
          input: article.updatedDate,
          message: 'is before pubDate; a story cannot be updated before it is published',
          params: { rule: 'date-order' },
        });
      }
      if (article.expiryDate && article.expiryDate <= article.pubDate) {
        context.addIssue({
          code: 'custom',
          path: ['expiryDate'],
          input: article.expiryDate,
          message: 'is not after pubDate; the story would never be shown',
          params: { rule: 'date-order' },
        });
      }
    });

/** A list without duplicates. */
function distinct<Item extends z.ZodType<string>>(item: Item, noun: string) {
  return z
    .array(item, { error: `expected a list, such as [first-${noun}, second-${noun}]` })
    .refine((list) => new Set(list).size === list.length, {
      error: `names the same ${noun} twice; remove one`,
      params: { rule: 'named-twice' },
    });
}

/** An article's parsed front matter. `Image` is a picture's path, or its file once that has been read. */
export type ArticleFrontMatter<Image = unknown> = z.output<ReturnType<typeof articleSchema<z.ZodType<Image>>>>;
