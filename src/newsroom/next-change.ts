import { startOfNextDay } from '#src/i18n/format.ts';
import type { Newsroom } from './newsroom.ts';
import { withholding } from './visibility.ts';

/**
 * The next instant at which the site changes without anybody editing it: a story becomes due or expires, or the day
 * begins that the front pages' date names.
 * @param now the instant of the build
 * @returns always after `now`, at most a day later: a site built between the two is the one built now
 */
export function nextChange({ articles }: Pick<Newsroom, 'articles'>, now: Date): Date {
  let next = startOfNextDay(now);
  for (const article of articles) {
    for (const turn of [article.pubDate, article.expiryDate]) {
      if (!turn || turn <= now || turn >= next) continue;
      // A draft or withdrawn story has dates too, and they change nothing.
      const before = new Date(turn.getTime() - 1);
      if (withholding(article, before) !== withholding(article, turn)) next = turn;
    }
  }
  return next;
}
