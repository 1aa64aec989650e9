import type { Article } from './newsroom.ts';

/** Why a story is not shown, in the order in which reasons are told. */
export type Withholding = 'withdrawn' | 'draft' | 'embargoed' | 'expired';

type Visibility = Pick<Article, 'draft' | 'pubDate' | 'expiryDate' | 'withdrawn'>;

/**
 * The only place that decides what readers may see.
 * @param now the instant for which the site is built
 * @returns the reason for which a story is withheld, or undefined where it is published
 */
export function withholding(article: Visibility, now: Date): Withholding | undefined {
  if (article.withdrawn) return 'withdrawn';
  if (article.draft) return 'draft';
  if (article.pubDate > now) return 'embargoed';
  if (article.expiryDate && article.expiryDate <= now) return 'expired';
  return undefined;
}

/** Whether readers may see a story at `now`. Every page, list, count, feed and index asks this through the edition. */
export function isPublished(article: Visibility, now: Date): boolean {
  return withholding(article, now) === undefined;
}
