import { escapeUTF8 } from 'entities/escape';
import { typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { articleId } from '#src/newsroom/article-id.ts';
import { correctionsOf } from '#src/newsroom/corrections.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { correctionsAddress } from '#src/newsroom/list-addresses.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl, listUrl, pageFeedUrl, type FeedFormat } from '#src/urls.ts';
import { feedOf, tagUri } from './feed-of.ts';
import type { Feed } from './feed.ts';

/** A correction, with what the feed shows of its article: no other edit of the article changes the feed. */
interface ShownCorrection {
  id: string;
  kind: MessageKey;
  date: string;
  text: string;
  headline: string;
  page: string;
}

/** Everything the feed of corrections is made from. */
export interface CorrectionFeedSources {
  site: Site;
  locale: Locale;
  format: FeedFormat;
  corrections: readonly ShownCorrection[];
}

/** What an edition's feed of corrections is made from. */
export function correctionFeedSources(edition: Edition, format: FeedFormat): CorrectionFeedSources {
  const corrections = correctionsOf(edition)
    .slice(0, edition.site.lists.articlesInFeed)
    .map(({ article, kind, date, text }) => ({
      // New ones are added at the end, so that a correction keeps its number.
      id: `${articleId(edition, article)}/${article.corrections.findIndex((other) => other.date === date && other.text === text) + 1}`,
      kind: kind satisfies MessageKey,
      date: date.toISOString(),
      text,
      headline: article.title,
      page: articleUrl(article),
    }));
  return { site: edition.site, locale: edition.locale, format, corrections };
}

/** An edition's corrections, clarifications, updates and retractions, the newest first. */
export function correctionFeed({ site, locale, format, corrections }: CorrectionFeedSources): Feed {
  const t = translator(locale);
  const page = listUrl(correctionsAddress({ locale }));
  const items = corrections.map(({ id, kind, date, text, headline, page: article }) => {
    const url = absoluteUrl(site.url, article);
    const words = typeset(headline);
    return {
      id: tagUri(site, `corrections/${id}`),
      url,
      title: `${t(kind)}: ${words}`,
      summary: typeset(text),
      html: `<p>${escapeUTF8(typeset(text))}</p>\n<p><a href="${escapeUTF8(url)}">${escapeUTF8(words)}</a></p>`,
      published: new Date(date),
      modified: new Date(date),
      authors: [],
      categories: [t(kind)],
    };
  });
  const about = { title: `${site.name}: ${t('correctionsList')}`, description: t('correctionsDescription') };
  return feedOf({ site, locale, ...about, page, self: pageFeedUrl(page, format) }, items);
}
