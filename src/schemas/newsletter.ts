import { z } from 'zod';
import { distinct } from './distinct.ts';
import { withError } from './message.ts';
import { instantField, lineOfText, slugField } from './shared-fields.ts';
import { oneOf, switchField } from './shared-shapes.ts';

/** How often an issue comes: every day, every week, or when something happens. */
export const NEWSLETTER_KINDS = ['daily', 'weekly', 'breaking'] as const;
export type NewsletterKind = (typeof NEWSLETTER_KINDS)[number];

/** The most articles that an issue can name. */
const MOST_ARTICLES = 60;
const MOST_EVENTS = 20;

/**
 * The front matter of an issue of the newsletter: what it is called and what it tells, in this order. Its body is the introduction. An
 * editor reviews this file; the mail and the copy on the site are made from it, so that both tell the same.
 */
export const newsletterSchema = z.strictObject({
  subject: lineOfText(120, 'newsletter-subject'),
  preheader: lineOfText(160, 'newsletter-preheader'),
  kind: oneOf(NEWSLETTER_KINDS),
  /** When it is sent: from then on its copy is on the site. */
  date: instantField,
  /** The corrections told are those from this instant on; without one, none are. */
  since: instantField.optional(),
  /** Slugs of this language; the first leads. */
  articles: distinct(slugField, 'article')
    .min(1, withError('newsletter-without-article'))
    .max(MOST_ARTICLES, withError('newsletter-too-long', { most: MOST_ARTICLES })),
  events: distinct(slugField, 'event')
    .max(MOST_EVENTS, withError('newsletter-too-long', { most: MOST_EVENTS }))
    .default([]),
  draft: switchField.default(false),
});

export type NewsletterFields = z.output<typeof newsletterSchema>;
