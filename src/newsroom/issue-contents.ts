import { formatDate } from '#src/i18n/format.ts';
import { ISSUE_NAMES } from '#src/i18n/issue-names.ts';
import { translator } from '#src/i18n/translate.ts';
import { correctionsOf, type PublishedCorrection } from './corrections.ts';
import type { Edition } from './edition.ts';
import { firstDate, type EventDate } from './event-dates.ts';
import type { Article, Category, Event, Issue } from './newsroom.ts';

/** What an issue names that readers can see, and the corrections it tells: all that its contents are made from, besides itself. */
export interface NamedInIssue {
  /** In the order of the issue. */
  articles: readonly Article[];
  events: readonly Event[];
  corrections: readonly PublishedCorrection[];
}

/** What an issue of the newsletter tells, in order. The mail, its text part and the copy on the site are all made from this. */
export interface IssueContents {
  /** Undefined if all its stories have been withdrawn, or have expired. */
  lead: Article | undefined;
  top: readonly Article[];
  /** The other stories by their first section, in the order in which the issue names them. */
  sections: readonly { category: Category; articles: readonly Article[] }[];
  /** With their first date after the issue was sent. */
  events: readonly EventDate[];
  corrections: readonly PublishedCorrection[];
}

/** Stories after the lead that stand above the sections. */
const TOP_STORIES = 3;

/** The articles of each edition by their slugs: an archive of issues asks for them at every build. */
const slugs = new WeakMap<Edition, ReadonlyMap<string, Article>>();

function bySlug(edition: Edition): ReadonlyMap<string, Article> {
  let known = slugs.get(edition);
  if (!known) slugs.set(edition, (known = new Map(edition.articles.map((article) => [article.slug, article]))));
  return known;
}

/**
 * What an issue names, without what an edition does not have, because it is withheld or was withdrawn, and without stories that are
 * kept out of the newsletter.
 */
export function namedIn(edition: Edition, issue: Issue): NamedInIssue {
  const { events, date, since } = issue;
  return {
    articles: storiesIn(edition, issue),
    events: events.flatMap((slug) => edition.events.all.find((event) => event.slug === slug) ?? []),
    corrections: since ? correctionsBetween(edition, since, date) : [],
  };
}

/** The stories among what an issue names: {@link namedIn}. */
export function storiesIn(edition: Edition, { articles }: Pick<Issue, 'articles'>): Article[] {
  const known = bySlug(edition);
  return articles.flatMap((slug) => known.get(slug) ?? []).filter(({ newsletter }) => newsletter);
}

/**
 * An issue's subject and preheader as readers may see them. They are headlines of its stories, as a rule: once one of these is withheld,
 * the preheader is another, and once the lead is, the subject only says what came when.
 * @param stories those of the issue that readers can see: {@link storiesIn}
 */
export function issueWords(
  { subject, preheader, kind, date, locale, articles }: Issue,
  stories: readonly Article[],
): Pick<Issue, 'subject' | 'preheader'> {
  if (stories.length === articles.length) return { subject, preheader };
  const t = translator(locale);
  const [lead] = stories;
  const isLed = lead !== undefined && lead.slug === articles[0];
  return {
    subject: isLed ? subject : `${t(ISSUE_NAMES[kind])} · ${formatDate(locale, date, 'weekday')}`,
    preheader: lead?.description ?? t('issueEmpty'),
  };
}

/** The contents of an issue, from {@link namedIn}. */
export function issueContents(edition: Pick<Edition, 'category'>, { date }: Issue, named: NamedInIssue): IssueContents {
  const [lead, ...others] = named.articles;
  const inSections = Map.groupBy(others.slice(TOP_STORIES), ({ categories }) => categories[0] ?? '');
  return {
    lead,
    top: others.slice(0, TOP_STORIES),
    sections: [...inSections].flatMap(([id, articles]) => {
      const category = edition.category.get(id);
      return category ? [{ category, articles }] : [];
    }),
    events: named.events.flatMap((event) => {
      const occurrence = firstDate(event, date);
      return occurrence ? [{ event, occurrence }] : [];
    }),
    corrections: named.corrections,
  };
}

/** What was corrected after one instant and up to another, the newest first. An update corrects nothing. */
export function correctionsBetween(edition: Edition, after: Date, until: Date): PublishedCorrection[] {
  return correctionsOf(edition).filter(({ kind, date }) => kind !== 'update' && date > after && date <= until);
}
