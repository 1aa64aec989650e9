import { z } from 'zod';
import { distinct } from './distinct.ts';
import { withError } from './message.ts';
import { aliasesField } from './old-address.ts';
import { instantField, lineOfText, pictureField, slugField, webAddress } from './shared-fields.ts';
import { group, listOf, mistakeAt, oneOf, switchField } from './shared-shapes.ts';

/** Kinds of a published correction. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;

const correction = group('correction', {
  date: instantField,
  kind: oneOf(CORRECTION_KINDS),
  text: lineOfText(600, 'correction-text'),
});

/** What an article is, if it is more than a report: schema.org and search engines tell them apart, and readers see all but reports. */
export const GENRES = ['report', 'opinion', 'analysis', 'review', 'background', 'press-release'] as const;
export type Genre = (typeof GENRES)[number];

/**
 * The front matter of an article: the only definition of what a valid article is. Strict, so that a misspelt key is an error.
 * @param imageFile the schema of a picture's path ({@link file://./field-tools.ts})
 */
export const articleSchema = <Image extends z.ZodType>(imageFile: Image) =>
  z
    .strictObject({
      title: lineOfText(140, 'headline'),
      description: lineOfText(320, 'article-description'),
      pubDate: instantField,
      updatedDate: instantField.optional(),
      authors: distinct(slugField, 'author').min(1, withError('no-author')),
      categories: distinct(slugField, 'category')
        .min(1, withError('no-category'))
        .max(3, withError('too-many-categories')),
      /** An article that says none is shown like a report, and is told to search engines as news. */
      genre: oneOf(GENRES).optional(),
      tags: distinct(slugField, 'tag').default([]),
      dateline: slugField.optional(),
      places: distinct(slugField, 'place').default([]),
      picture: pictureField(imageFile).optional(),
      featured: z.enum(['lead', 'top'], withError('featured')).optional(),
      /** Whether the newsletter may tell it. */
      newsletter: switchField.default(true),
      draft: switchField.default(false),
      expiryDate: instantField.optional(),
      withdrawn: group('withdrawal', { date: instantField, reason: lineOfText(400, 'withdrawal-reason') }).optional(),
      corrections: listOf('correction-list', correction).default([]),
      translationKey: slugField.optional(),
      sponsor: group('sponsor', { name: lineOfText(120, 'sponsor-name'), url: webAddress }).optional(),
      slug: slugField.optional(),
      aliases: aliasesField,
      sources: listOf(
        'source-list',
        group('source', { title: lineOfText(200, 'source-title'), url: webAddress }),
      ).default([]),
    })
    .superRefine(({ pubDate, updatedDate, expiryDate }, context) => {
      if (updatedDate && updatedDate < pubDate)
        context.addIssue(mistakeAt(['updatedDate'], updatedDate, 'updated-too-early'));
      if (expiryDate && expiryDate <= pubDate)
        context.addIssue(mistakeAt(['expiryDate'], expiryDate, 'expires-too-early'));
    });

/** An article's parsed front matter. `Image` is a picture's path, or its file once that has been read. */
export type ArticleFrontMatter<Image = unknown> = z.output<ReturnType<typeof articleSchema<z.ZodType<Image>>>>;
