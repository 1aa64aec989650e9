import { z } from 'zod';
import { issueSettings } from './issue-settings.ts';
import { LOCALES } from './locale.ts';
import { withError, type MessageKey } from './message.ts';
import { WEEKDAYS } from './repeats.ts';
import { emailField, webAddress } from './shared-fields.ts';
import { count, origin } from './shared-settings.ts';
import { group, mistakeAt, oneOf } from './shared-shapes.ts';

/** What `unsubscribe` has in place of the mark that tells a recipient from others. */
export const TOKEN_PLACE = '{token}';

/** A text of one form. */
const pattern = (form: RegExp, expected: MessageKey) => z.string(withError(expected)).regex(form, withError(expected));

/** A time on the paper's clock: `07:00`. */
const clockTime = pattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'clock-time');

/** One value for each edition of a language: daily, weekly, breaking. */
const forEditions = <Value extends z.ZodType>(value: Value, expected: MessageKey) =>
  group(expected, { daily: value.optional(), weekly: value.optional(), breaking: value.optional() });

/** The same in each language. */
const lists = <Value extends z.ZodType>(value: Value) =>
  group('newsletter-lists', {
    en: forEditions(value, 'newsletter-lists').optional(),
    es: forEditions(value, 'newsletter-lists').optional(),
  });

/** The editions of a language, and when each is sent. */
const editions = group('newsletter-editions', {
  daily: group('daily-edition', { at: clockTime }).optional(),
  weekly: group('weekly-edition', { on: oneOf(WEEKDAYS), at: clockTime }).optional(),
  /** Sent by hand when something happens. */
  breaking: group('breaking-edition', {}).optional(),
});

/**
 * Who keeps the list and sends. Each has a form that the site's own form posts to, and an API for issues, whose key is in an
 * environment variable.
 */
const provider = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('buttondown'),
      /** The newsletter's name in its address: buttondown.com/<username>. */
      username: pattern(/^[\w-]+$/, 'provider-account'),
      /** The id of each edition's tag. @see docs.buttondown.com/tags */
      lists: lists(pattern(/^[\w-]+$/, 'provider-account')),
    }),
    z.strictObject({
      kind: z.literal('listmonk'),
      /** The address of the server. */
      url: origin,
      /** The number of a template that holds nothing but `{{ template "content" . }}`: an issue is a whole page. */
      template: count(1, 1_000_000_000),
      /** Each edition's list, by its number (for the API) and its UUID (for the form). */
      lists: lists(group('listmonk-list', { id: count(1, 1_000_000_000), uuid: z.uuid(withError('listmonk-list')) })),
    }),
    z.strictObject({
      kind: z.literal('mailchimp'),
      /** The address that the audience's embedded form posts to. */
      form: pattern(
        /^https:\/\/[\w-]+\.us\d+\.list-manage\.com\/subscribe\/post\?u=[0-9a-f]+&id=[0-9a-f]+(?:&f_id=[0-9a-f]+)?$/,
        'mailchimp-form',
      ),
      /** The number of each edition's tag. */
      lists: lists(count(1, 1_000_000_000)),
    }),
  ],
  withError('newsletter-provider'),
);

/** The newsletter: who sends it, what is offered, and how readers subscribe. Without these settings there is none. */
export const newsletterSettingsSchema = group('newsletter', {
  ...issueSettings,
  /** The sender's address. Its domain signs (DKIM) and names the list. */
  from: emailField,
  /** Where answers go, if not to the paper's own address. */
  replyTo: emailField.optional(),
  editions: group('newsletter-editions', { en: editions.optional(), es: editions.optional() }),
  /**
   * Takes a POST that ends a subscription at once, without asking (RFC 8058), with `{token}` for the recipient. Only for a list
   * of the paper's own (`--to smtp`); without it, recipients write a mail.
   */
  unsubscribe: webAddress
    .refine((text) => text.startsWith('https://') && text.includes(TOKEN_PLACE), withError('unsubscribe-address'))
    .optional(),
  /** Without one, readers subscribe by a mail to the paper, which keeps the list itself (`npm run newsletter -- list`). */
  provider: provider.optional(),
}).superRefine(({ editions: offered, provider: chosen }, context) => {
  if (!chosen) return;
  for (const locale of LOCALES)
    for (const kind of Object.keys(offered[locale] ?? {}) as (keyof z.output<typeof editions>)[])
      if (offered[locale]?.[kind] && chosen.lists[locale]?.[kind] === undefined)
        context.addIssue(mistakeAt(['provider', 'lists', locale, kind], undefined, 'newsletter-list'));
});

export type NewsletterSettings = z.output<typeof newsletterSettingsSchema>;
export type NewsletterProvider = NonNullable<NewsletterSettings['provider']>;
