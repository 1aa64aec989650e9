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
export function namedIn(edition: Edition, { articles, events, date, since }: Issue): NamedInIssue {
  const known = bySlug(edition);
  return {
    articles: articles.flatMap((slug) => known.get(slug) ?? []).filter(({ newsletter }) => newsletter),
    events: events.flatMap((slug) => edition.events.all.find((event) => event.slug === slug) ?? []),
    corrections: since ? correctionsBetween(edition, since, date) : [],
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
