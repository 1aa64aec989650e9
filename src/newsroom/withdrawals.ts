import type { Locale } from '#src/schemas/locale.ts';
import type { Article } from './newsroom.ts';
import { addressKey, articlesAt } from './redirects.ts';
import { leavesNotice } from './visibility.ts';

/**
 * What a withdrawn article's notice shows, and all that any outlet gets of it: its text, names and pictures cannot be shown
 * by mistake.
 */
export interface WithdrawnArticle {
  locale: Locale;
  /** With the locale it makes the address, which the notice keeps. */
  slug: string;
  date: Date;
  reason: string;
  /** Its earlier addresses, which are gone with it; without those that another article has as its own address. */
  aliases: readonly string[];
}

/**
 * Marks the head of every withdrawal notice and of no other page, so that the deploy can tell a notice from the article
 * itself. Editors cannot write it: angle brackets are escaped in text, and quotes in attributes.
 */
export const WITHDRAWN_MARK = { name: 'story-status', content: 'withdrawn' } as const;

const MARK_TAG = `<meta name="${WITHDRAWN_MARK.name}" content="${WITHDRAWN_MARK.content}">`;

/** Whether a page is a withdrawal notice. @param html a string or a Buffer */
export function isNotice(html: { includes: (text: string) => boolean }): boolean {
  return html.includes(MARK_TAG);
}

/** The withdrawn articles whose address shows a notice, in the order of their files. */
export function withdrawnArticles(articles: readonly Article[], now: Date): WithdrawnArticle[] {
  const claimed = articles.flatMap(({ withdrawn, aliases }) => (withdrawn ? aliases : []));
  const holders = articlesAt(articles, claimed);
  return articles.flatMap((article) => {
    const { locale, slug, withdrawn } = article;
    if (!withdrawn || !leavesNotice(article, now)) return [];
    const aliases = article.aliases.filter((from) => !holders.has(addressKey(from)));
    return [{ locale, slug, date: withdrawn.date, reason: withdrawn.reason, aliases }];
  });
}
