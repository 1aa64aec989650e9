import { startOfNextDay } from '#src/i18n/format.ts';
import type { Article, Newsroom } from './newsroom.ts';
import { isPublished, hasTombstone, withheldReason } from './visibility.ts';

/**
 * The next instant at which the site changes without an edit: an embargo ends, an article expires, an update or correction
 * of a published article becomes due, a withdrawn article's tombstone appears, or a new day changes the front pages' date.
 * @param now the instant of the build
 * @returns after `now`, at most a day later; until then a build would make the same site
 */
export function nextChange({ articles }: Pick<Newsroom, 'articles'>, now: Date): Date {
  let next = startOfNextDay(now);
  for (const article of articles)
    for (const change of changesOf(article)) if (change > now && change < next) next = change;
  return next;
}

/** The instants at which what readers see of an article, or of its tombstone, changes. A draft has dates but no such instants. */
function changesOf(article: Article): Date[] {
  const { pubDate, expiryDate, updatedDate, corrections } = article;
  const limits = [pubDate, expiryDate].filter((date) => date !== undefined);
  const additions = [updatedDate, ...corrections.map(({ date }) => date)].filter((date) => date !== undefined);
  return [
    ...limits.filter((date) => stateOf(article, new Date(date.getTime() - 1)) !== stateOf(article, date)),
    ...additions.filter((date) => isPublished(article, date)),
  ];
}

function stateOf(article: Article, now: Date) {
  return hasTombstone(article, now) ? 'tombstone' : withheldReason(article, now);
}
