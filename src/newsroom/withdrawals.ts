import type { Locale } from '#src/schemas/locale.ts';
import type { Article } from './newsroom.ts';
import { addressKey, storiesAt } from './redirects.ts';
import { leavesNotice } from './visibility.ts';

/**
 * What readers are told of a withdrawn story, and all that any outlet gets of it: none of its words, names or pictures can
 * be shown by mistake.
 */
export interface WithdrawnStory {
  locale: Locale;
  /** With the language it makes the address, which is kept. */
  slug: string;
  date: Date;
  reason: string;
  /** Its earlier addresses: gone with it, but for those of stories that are still themselves there, or may be again. */
  aliases: readonly string[];
}

/**
 * Stands in the head of every withdrawn story's notice and of no other page: by this the deploy tells a notice from the
 * story itself. No text of an editor's can hold it, since a tag's signs are escaped in texts and quotes in attributes.
 */
export const WITHDRAWN_MARK = { name: 'story-status', content: 'withdrawn' } as const;

const MARK_TAG = `<meta name="${WITHDRAWN_MARK.name}" content="${WITHDRAWN_MARK.content}">`;

/** Whether a page is the notice of a withdrawn story. @param html as text or as bytes */
export function isNotice(html: { includes: (text: string) => boolean }): boolean {
  return html.includes(MARK_TAG);
}

/** The withdrawn stories whose address says so, in order of their files. */
export function withdrawnStories(articles: readonly Article[], now: Date): WithdrawnStory[] {
  const claimed = articles.flatMap(({ withdrawn, aliases }) => (withdrawn ? aliases : []));
  const holders = storiesAt(articles, claimed);
  return articles.flatMap((article) => {
    const { locale, slug, withdrawn } = article;
    if (!withdrawn || !leavesNotice(article, now)) return [];
    const aliases = article.aliases.filter((from) => !holders.has(addressKey(from)));
    return [{ locale, slug, date: withdrawn.date, reason: withdrawn.reason, aliases }];
  });
}
