import { comingOccurrences } from '#src/events/occurrences.ts';
import { editionFor, type Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import { fileOf, type Article, type Event, type Issue, type Newsroom, type Notice } from './newsroom.ts';
import { changesOf, stateOf } from './next-change.ts';
import { turnsOfNotice } from './notices.ts';
import { isPublished } from './visibility.ts';

/** What becomes of something in the newsroom by itself. */
export interface Change {
  file: string;
  /** For editors of both languages. */
  title: Readonly<Record<Locale, string>>;
  at: Date;
  change: 'appears' | 'expires' | 'withdrawn' | 'changes' | 'announced' | 'begins' | 'ends';
}

/** How many are listed of each: events begin and end every day, and must not hide the others. */
const MOST = 10;

/** What is to come, the earliest first: of articles, notices and announcements the next ones, and of events what begins and ends next. */
export function comingChanges(
  { articles, events, notices, newsletters }: Pick<Newsroom, 'articles' | 'events' | 'notices' | 'newsletters'>,
  now: Date,
): Change[] {
  const next = (changes: readonly Change[]) =>
    changes
      .filter(({ at }) => at > now)
      .sort(byTime)
      .slice(0, MOST);
  const written = [
    ...articles.flatMap(articleChanges),
    ...notices.flatMap(noticeChanges),
    ...newsletters.filter(({ draft }) => !draft).map(issueChange),
    ...events.flatMap(announcements),
  ];
  const begun = events.flatMap((event) => turnsOf(event, now));
  return [...next(written), ...next(begun)].sort(byTime);
}

const byTime = (a: Change, b: Change) => a.at.getTime() - b.at.getTime() || compareText(a.file, b.file);

const inBoth = (title: string) => ({ en: title, es: title });

function articleChanges(article: Article): Change[] {
  const { file, title } = article;
  return changesOf(article).map((at) => ({ file, title: inBoth(title), at, change: articleChange(article, at) }));
}

function articleChange(article: Article, at: Date): Change['change'] {
  const before = stateOf(article, new Date(at.getTime() - 1));
  const after = stateOf(article, at);
  if (before === after) return 'changes';
  if (after === undefined) return 'appears';
  return after === 'tombstone' ? 'withdrawn' : 'expires';
}

function noticeChanges(notice: Notice): Change[] {
  const { text, since } = notice;
  const title = { en: text[editionFor('en')], es: text[editionFor('es')] };
  const file = fileOf('notices', notice);
  return turnsOfNotice(notice).map((at) => ({ file, title, at, change: at === since ? 'appears' : 'expires' }));
}

function issueChange({ file, subject, date }: Issue): Change {
  return { file, title: inBoth(subject), at: date, change: 'appears' };
}

/** When an event is announced, and told of as changed. */
function announcements({ file, title, draft, pubDate, changes }: Event): Change[] {
  if (draft) return [];
  const told = (at: Date, change: Change['change']): Change => ({ file, title: inBoth(title), at, change });
  return [
    ...(pubDate ? [told(pubDate, 'announced')] : []),
    ...changes.filter(({ date }) => !pubDate || date > pubDate).map(({ date }) => told(date, 'changes')),
  ];
}

/** When an event begins and ends next, if it takes place. */
function turnsOf(event: Event, now: Date): Change[] {
  const { file, title, status } = event;
  if (!isPublished(event, now) || status === 'cancelled' || status === 'postponed') return [];
  return comingOccurrences(event, now, NEAR)
    .filter(({ isCancelled }) => !isCancelled)
    .slice(0, 1)
    .flatMap(({ start, end }): Change[] => [
      { file, title: inBoth(title), at: start, change: 'begins' },
      { file, title: inBoth(title), at: end, change: 'ends' },
    ]);
}

/** Dates of a series of which the first are cancelled. */
const NEAR = 4;
