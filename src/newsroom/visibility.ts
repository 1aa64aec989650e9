import { startOfNextDay } from '#src/i18n/format.ts';
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

const DAY_MS = 86_400_000;

/**
 * Whether the address of a withdrawn story says that it was withdrawn: only where readers could have seen the story, since
 * the address of one that never came out is nobody's business. A date of withdrawal without an hour is the whole of that
 * day. A story that had expired as well keeps its notice: it is still linked to.
 */
export function leavesNotice({ withdrawn, draft, pubDate }: Visibility, now: Date): boolean {
  if (!withdrawn || draft || pubDate > now) return false;
  const dayEnds = startOfNextDay(withdrawn.date);
  const isWholeDay = withdrawn.date.getTime() === dayEnds.getTime() - DAY_MS;
  return isWholeDay ? pubDate < dayEnds : pubDate <= withdrawn.date;
}
