import { z } from 'zod';
import { formSchema } from './form-settings.ts';
import { zodMessage } from './message.ts';
import { bilingualText, lineOfText, webAddress } from './shared-fields.ts';
import { count, origin } from './shared-settings.ts';

/** The publisher's settings, from `src/site.config.ts`. */
export const siteSchema = z.strictObject({
  name: lineOfText(80),
  /** The site's address; `--site` overrides it for one build. No path: addresses start at the root. */
  url: origin,
  /** A domain of the publisher, in feeds' guids. Never change it: feed readers would show every article as new. */
  identity: z.hostname({ error: zodMessage('domain') }),
  tagline: bilingualText(120),
  description: bilingualText(240),
  /** The place shown beside the date under the front page's masthead. */
  home: lineOfText(80),
  publisher: lineOfText(120),
  email: z.email({ error: zodMessage('email') }),
  licence: z.strictObject({ name: bilingualText(120), url: webAddress }, { error: zodMessage('licence') }),
  foundingYear: count(1900, 2100),
  lists: z.strictObject(
    {
      /** Articles on a numbered list page; a list's front shows up to twice as many less one. */
      articlesPerPage: count(5, 100),
      articlesInFeed: count(1, 200),
      relatedArticles: count(0, 12),
      topArticlesOnFront: count(0, 12),
      latestOnFront: count(0, 30),
    },
    { error: zodMessage('list-lengths') },
  ),
  /** The form for editors. Without it, `npm run admin` opens one on a folder of this machine. */
  form: formSchema.optional(),
});

export type Site = z.output<typeof siteSchema>;
