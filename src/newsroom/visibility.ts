import { startOfNextDay } from '#src/i18n/format.ts';

/** Why an article or event is not shown. If several reasons apply, the first in this order is given. */
export type WithheldReason = 'withdrawn' | 'draft' | 'embargoed' | 'expired';

/** The fields that say when a text is shown. An event may have no date of publication, and does not expire. */
export interface Visibility {
  draft: boolean;
  pubDate?: Date | undefined;
  expiryDate?: Date | undefined;
  withdrawn?: { date: Date; reason: string } | undefined;
}

/**
 * The only place that decides what readers may see.
 * @param now the instant for which the site is built
 * @param article an article or event
 * @returns why it is withheld; undefined if it is published
 */
export function withheldReason(article: Visibility, now: Date): WithheldReason | undefined {
  if (article.withdrawn) return 'withdrawn';
  if (article.draft) return 'draft';
  if (article.pubDate && article.pubDate > now) return 'embargoed';
  if (article.expiryDate && article.expiryDate <= now) return 'expired';
  return undefined;
}

/** Whether readers may see an article or event at `now`. Every page, list, count, feed and index asks this through the edition. */
export function isPublished(article: Visibility, now: Date): boolean {
  return withheldReason(article, now) === undefined;
}

const DAY_MS = 86_400_000;

/**
 * Whether a withdrawn article's address has a tombstone: only if readers could have seen the article before it was withdrawn.
 * A withdrawal date without a time means the whole day. An article that had also expired keeps its tombstone, since other
 * sites may still link to it.
 */
export function hasTombstone({ withdrawn, draft, pubDate }: Visibility, now: Date): boolean {
  if (!withdrawn || draft || !pubDate || pubDate > now) return false;
  const dayEnds = startOfNextDay(withdrawn.date);
  const isWholeDay = withdrawn.date.getTime() === dayEnds.getTime() - DAY_MS;
  return isWholeDay ? pubDate < dayEnds : pubDate <= withdrawn.date;
}
