import type { Locale } from '#src/schemas/locale.ts';
import type { Article } from './newsroom.ts';
import { addressKey, articlesAt } from './redirects.ts';
import { hasTombstone } from './visibility.ts';

/**
 * What a withdrawn article's tombstone shows, and all that any outlet gets of it: its text, names and pictures cannot be shown
 * by mistake.
 */
export interface WithdrawnArticle {
  locale: Locale;
  /** With the locale it makes the address, which the tombstone keeps. */
  slug: string;
  date: Date;
  reason: string;
  /** Its earlier addresses, which are gone with it; without those that another article has as its own address. */
  aliases: readonly string[];
}

/**
 * Marks the head of every tombstone and of no other page, so that the deploy can tell a tombstone from the article
 * itself. Editors cannot write it: angle brackets are escaped in text, and quotes in attributes.
 */
export const WITHDRAWN_MARK = { name: 'story-status', content: 'withdrawn' } as const;

const MARK_TAG = `<meta name="${WITHDRAWN_MARK.name}" content="${WITHDRAWN_MARK.content}">`;

/** Whether a page is a withdrawn article's tombstone. @param html a string or a Buffer */
export function isTombstone(html: { includes: (text: string) => boolean }): boolean {
  return html.includes(MARK_TAG);
}

/** The withdrawn articles whose address has a tombstone, in the order of their files. */
export function withdrawnArticles(articles: readonly Article[], now: Date): WithdrawnArticle[] {
  const claimed = articles.flatMap(({ withdrawn, aliases }) => (withdrawn ? aliases : []));
  const holders = articlesAt(articles, claimed);
  return articles.flatMap((article) => {
    const { locale, slug, withdrawn } = article;
    if (!withdrawn || !hasTombstone(article, now)) return [];
    const aliases = article.aliases.filter((from) => !holders.has(addressKey(from)));
    return [{ locale, slug, date: withdrawn.date, reason: withdrawn.reason, aliases }];
  });
}
