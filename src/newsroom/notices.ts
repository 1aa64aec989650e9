import { compareText } from '#src/schemas/problem.ts';
import { NOTICE_LEVELS, type NoticeFields } from '#src/schemas/notice.ts';
import type { Newsroom, Notice } from './newsroom.ts';
import { isPublished } from './visibility.ts';

/** A notice's dates by the names that everything else has: it appears and expires as an article does. */
const visibilityOf = ({ draft, since, until }: NoticeFields) => ({ draft, pubDate: since, expiryDate: until });

/** The notices that readers see at an instant: the most urgent first, then the newest. */
export function publishedNotices({ notices }: Pick<Newsroom, 'notices'>, now: Date): Notice[] {
  return notices
    .filter((notice) => isPublished(visibilityOf(notice), now))
    .sort(
      (a, b) =>
        NOTICE_LEVELS.indexOf(a.level) - NOTICE_LEVELS.indexOf(b.level) ||
        b.since.getTime() - a.since.getTime() ||
        compareText(a.id, b.id),
    );
}

/** The instants at which a notice appears and goes. A draft has dates but no such instants. */
export function turnsOfNotice({ draft, since, until }: NoticeFields): Date[] {
  return draft ? [] : [since, until];
}
