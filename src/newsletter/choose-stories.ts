import { isStartOfDay, startOfNextDay } from '#src/i18n/format.ts';
import { datesBetween, type EventDate } from '#src/newsroom/event-dates.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { sharesReaders } from '#src/newsroom/issues.ts';
import type { Article, Issue } from '#src/newsroom/newsroom.ts';
import { USUAL_ISSUES } from '#src/schemas/issue-settings.ts';
import type { NewsletterKind } from '#src/schemas/newsletter.ts';
import type { Site } from '#src/schemas/site.ts';

const DAY_MS = 86_400_000;

/** What each kind holds: the most stories and events, how far ahead events are, and how far back the first issue of all looks. */
const SHAPES: Readonly<
  Record<NewsletterKind, { stories: number; events: number; aheadDays: number; backDays: number }>
> = {
  daily: { stories: 15, events: 5, aheadDays: 2, backDays: 1 },
  weekly: { stories: 25, events: 8, aheadDays: 8, backDays: 7 },
  breaking: { stories: 1, events: 0, aheadDays: 0, backDays: 1 },
};

/** What an issue is chosen from. */
export interface Choice {
  edition: Edition;
  /** All issues of the newsroom, drafts too: a story that waits in one is not put into another. */
  issues: readonly Issue[];
  kind: NewsletterKind;
  /** Stories published after this instant. */
  since: Date;
  /** The instant of the edition. */
  now: Date;
}

/** Why a story is not in an issue: readers have got it, its editor keeps it out, or there is no room. */
export type WhyLeftOut = 'sent' | 'kept-out' | 'no-room';

/** The stories and events of an issue, in order. */
export interface Chosen {
  articles: readonly Article[];
  events: readonly EventDate[];
  leftOut: readonly { article: Article; why: WhyLeftOut }[];
}

/** The fewest stories of an issue. */
export function minimumOf(site: Site, kind: NewsletterKind): number {
  return kind === 'breaking' ? 1 : (site.newsletter ?? USUAL_ISSUES).minimum[kind];
}

/** When the last issue of a kind was sent, drafts aside; before the first, a day or a week ago. What is older than a day does not break. */
export function sinceLast({ edition: { locale }, issues, kind, now }: Omit<Choice, 'since'>): Date {
  const dates = issues
    .filter((issue) => issue.kind === kind && issue.locale === locale && !issue.draft && issue.date <= now)
    .map(({ date }) => date.getTime());
  const back = now.getTime() - SHAPES[kind].backDays * DAY_MS;
  if (kind === 'breaking') return new Date(Math.max(back, ...dates));
  return new Date(dates.length > 0 ? Math.max(...dates) : back);
}

/**
 * The stories of an issue as the front page would order them: the newest marked as lead (or the newest of all) first, then those
 * marked for the top, then the others by section in the publisher's order, newest first. What is paid for never leads: it comes last.
 */
export function chooseStories(choice: Choice): Chosen {
  const { edition, issues, kind, since } = choice;
  const sent = new Set(
    issues
      .filter((issue) => sharesReaders({ kind, locale: edition.locale }, issue))
      .flatMap(({ articles }) => articles),
  );
  const recent = edition.articles.filter(({ pubDate }) => cameAfter(pubDate, since));
  const why = (article: Article): WhyLeftOut | undefined => {
    if (!article.newsletter) return 'kept-out';
    return sent.has(article.slug) ? 'sent' : undefined;
  };
  // What is paid for does not break.
  const fit = recent.filter((article) => why(article) === undefined && !(kind === 'breaking' && article.sponsor));
  const inOrder = ordered(edition, fit);
  const articles = inOrder.slice(0, SHAPES[kind].stories);
  return {
    articles,
    events: eventsAhead(choice),
    leftOut: recent.flatMap((article) => {
      if (articles.includes(article)) return [];
      return [{ article, why: why(article) ?? 'no-room' }];
    }),
  };
}

/** Whether a story came out after an instant. One that is dated by its day alone may have come at any time of the day. */
function cameAfter(pubDate: Date, since: Date): boolean {
  return pubDate > since || (isStartOfDay(pubDate) && startOfNextDay(pubDate) > since);
}

function ordered(edition: Edition, articles: readonly Article[]): Article[] {
  const news = articles.filter(({ sponsor }) => !sponsor);
  const lead = news.find(({ featured }) => featured === 'lead') ?? news.find(({ featured }) => featured) ?? news[0];
  const top = news.filter((article) => article !== lead && article.featured);
  const rest = news.filter((article) => article !== lead && !top.includes(article));
  const bySection = edition.categories.flatMap(({ id }) => rest.filter(({ categories }) => categories[0] === id));
  return [...(lead ? [lead] : []), ...top, ...bySection, ...articles.filter(({ sponsor }) => sponsor)];
}

/** The next date of each event that begins soon and takes place; featured ones before others if there are too many. */
function eventsAhead({ edition, kind, now }: Choice): EventDate[] {
  const { events: most, aheadDays } = SHAPES[kind];
  if (most === 0) return [];
  const until = new Date(now.getTime() + aheadDays * DAY_MS);
  const takingPlace = edition.events.all.filter(({ status }) => status !== 'cancelled' && status !== 'postponed');
  const dates = datesBetween(takingPlace, now, until).filter(
    ({ occurrence }) => !occurrence.isCancelled && occurrence.start > now,
  );
  const first = dates.filter(({ event }, at) => dates.findIndex((date) => date.event === event) === at);
  const kept = new Set(first.toSorted((a, b) => Number(b.event.featured) - Number(a.event.featured)).slice(0, most));
  return first.filter((date) => kept.has(date));
}
