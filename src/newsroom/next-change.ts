import { startOfNextDay } from '#src/i18n/format.ts';
import type { Article, Newsroom } from './newsroom.ts';
import { isPublished, leavesNotice, withholding } from './visibility.ts';

/**
 * The next instant at which the site changes without anybody editing it: a story becomes due or expires, an update or
 * correction of a published story becomes due, a withdrawn story's address begins to say so, or the day begins that the
 * front pages' date names.
 * @param now the instant of the build
 * @returns always after `now`, at most a day later: a site built between the two is the one built now
 */
export function nextChange({ articles }: Pick<Newsroom, 'articles'>, now: Date): Date {
  let next = startOfNextDay(now);
  for (const article of articles) for (const turn of turnsOf(article)) if (turn > now && turn < next) next = turn;
  return next;
}

/**
 * The instants at which what readers see of a story, or of its notice, changes. A draft or withdrawn story has other dates
 * too, but none of these.
 */
function turnsOf(article: Article): Date[] {
  const { pubDate, expiryDate, updatedDate, corrections } = article;
  const appearances = [pubDate, expiryDate].filter((turn) => turn !== undefined);
  const changes = [updatedDate, ...corrections.map(({ date }) => date)].filter((turn) => turn !== undefined);
  return [
    ...appearances.filter((turn) => stateOf(article, new Date(turn.getTime() - 1)) !== stateOf(article, turn)),
    ...changes.filter((turn) => isPublished(article, turn)),
  ];
}

function stateOf(article: Article, now: Date) {
  return leavesNotice(article, now) ? 'notice' : withholding(article, now);
}
