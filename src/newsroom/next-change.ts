import { startOfNextDay } from '#src/i18n/format.ts';
import { nextTurn } from '#src/events/next-turn.ts';
import type { Article, Newsroom } from './newsroom.ts';
import { issueVisibility } from './issues.ts';
import { newsUntil } from './fresh-news.ts';
import { turnsOfNotice } from './notices.ts';
import { isPublished, hasTombstone, withheldReason } from './visibility.ts';

/**
 * The next instant at which the site changes without an edit: an embargo ends, an article expires, an update or correction
 * of a published article becomes due, a notice appears or goes, an issue of the newsletter is sent, a withdrawn article's tombstone appears, a story is no news any more, an event is announced, changes, begins or ends, or a new
 * day changes the front pages' date.
 * @param now the instant of the build
 * @returns after `now`, at most a day later; until then a build would make the same site
 */
export function nextChange(
  { articles, events, notices, newsletters }: Pick<Newsroom, 'articles' | 'events' | 'notices' | 'newsletters'>,
  now: Date,
): Date {
  let next = startOfNextDay(now);
  for (const article of articles)
    for (const change of [...changesOf(article), isPublished(article, now) ? newsUntil(article) : undefined])
      if (change && change > now && change < next) next = change;
  const sent = newsletters.map(issueVisibility).flatMap(({ draft, pubDate }) => (draft ? [] : [pubDate]));
  for (const turn of [...notices.flatMap(turnsOfNotice), ...sent]) if (turn > now && turn < next) next = turn;
  for (const event of events) {
    if (event.draft) continue;
    const announced = [event.pubDate, ...event.changes.map(({ date }) => date)];
    const turn = isPublished(event, now) ? nextTurn(event, now) : undefined;
    for (const change of [...announced, turn]) if (change && change > now && change < next) next = change;
  }
  return next;
}

/** The instants at which what readers see of an article, or of its tombstone, changes. A draft has dates but no such instants. */
export function changesOf(article: Article): Date[] {
  const { pubDate, expiryDate, updatedDate, corrections } = article;
  const limits = [pubDate, expiryDate].filter((date) => date !== undefined);
  const additions = [updatedDate, ...corrections.map(({ date }) => date)].filter((date) => date !== undefined);
  return [
    ...limits.filter((date) => stateOf(article, new Date(date.getTime() - 1)) !== stateOf(article, date)),
    ...additions.filter((date) => isPublished(article, date)),
  ];
}

/** What readers see of an article: itself (undefined), its tombstone, or nothing, and why. */
export function stateOf(article: Article, now: Date) {
  return hasTombstone(article, now) ? 'tombstone' : withheldReason(article, now);
}
