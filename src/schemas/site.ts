import { z } from 'zod';
import { zoneField } from './event-time.ts';
import { formSchema } from './form-settings.ts';
import { LANGUAGES } from './locale.ts';
import { withError } from './message.ts';
import { newsletterSettingsSchema } from './newsletter-settings.ts';
import { bilingualText, lineOfText, webAddress } from './shared-fields.ts';
import { count, siteAddress } from './shared-settings.ts';
import { group, oneOf } from './shared-shapes.ts';

/** What programs of artificial intelligence may read. */
export const AI_CRAWLERS = ['allow', 'no-training', 'refuse'] as const;
export type AiCrawlers = (typeof AI_CRAWLERS)[number];

/** Which stories and events get a drawn card for other sites. */
export const DRAWN_CARDS = ['all', 'needed', 'none'] as const;

/** What a list of languages must be. */
const EDITIONS = withError('editions', { choices: LANGUAGES.join(', ') });

/** The publisher's settings, from `src/site.config.ts`. */
export const siteSchema = z.strictObject({
  name: lineOfText(80),
  /** The site's address; `--site` overrides it for one build. It may be below a path of its host. */
  url: siteAddress,
  /** The languages of its editions: the first is at the root of the site, each other below its name, such as `/es/`. */
  languages: z
    .array(z.enum(LANGUAGES, EDITIONS), EDITIONS)
    .min(1, EDITIONS)
    .refine((languages) => new Set(languages).size === languages.length, withError('edition-twice'))
    .default([...LANGUAGES]),
  /** A domain of the publisher, in feeds' guids. Never change it: feed readers would show every article as new. */
  identity: z.hostname(withError('domain')),
  tagline: bilingualText(120),
  description: bilingualText(240),
  /** The place shown beside the date under the front page's masthead. */
  home: lineOfText(80),
  /** Its time zone, by its IANA name: a time without an offset is read on its clock. */
  zone: zoneField,
  publisher: lineOfText(120),
  email: z.email(withError('email')),
  licence: group('licence', { name: bilingualText(120), url: webAddress }),
  foundingYear: count(1900, 2100),
  /**
   * What robots.txt asks of programs of artificial intelligence: `allow` everything, as a free licence of the texts does; `no-training`
   * keeps out those that gather texts for models, and lets in those that answer with links; `refuse` keeps out both. None of it
   * concerns search engines and calendar apps. It is a request: only a host can enforce it.
   */
  aiCrawlers: oneOf(AI_CRAWLERS).default('allow'),
  /**
   * The cards (1200 × 630 pixels) that other sites show of a link. `draw`: `needed` those of stories and events without a picture, and of
   * those that must say what they are (paid for, opinion, cancelled); `all`; or `none` but the paper's. The others show their picture.
   * `days`: of older stories none is drawn; without a picture they show their section's. Each costs about 8 milliseconds of a clean
   * build, one with a picture 110, and nothing of a build in which it does not change.
   */
  socialCards: group('social-cards', {
    draw: oneOf(DRAWN_CARDS).default('needed'),
    days: count(1, 100_000).default(180),
  }).default({ draw: 'needed', days: 180 }),
  /**
   * A WebSub hub (w3.org/TR/websub), such as `https://pubsubhubbub.appspot.com/`: feeds name it, a deploy or the workflow that
   * uploads the site tells it of the feeds that changed, and it tells feed readers at once. Its operator learns who follows the paper.
   */
  hub: webAddress.optional(),
  lists: group('list-lengths', {
    /** Articles on a numbered list page; a list's front shows up to twice as many less one. */
    articlesPerPage: count(5, 100),
    articlesInFeed: count(1, 200),
    relatedArticles: count(0, 12),
    topArticlesOnFront: count(0, 12),
    latestOnFront: count(0, 30),
    /** Days after which a story is no news any more: its page says from which year it is, and sections of the front page leave it out. */
    oldAfterDays: count(1, 10_000).default(365),
  }),
  newsletter: newsletterSettingsSchema.optional(),
  /** The form for editors. Without it, `npm run admin` opens one on a folder of this machine. */
  form: formSchema.optional(),
});

export type Site = z.output<typeof siteSchema>;
