import { compareText } from '#src/schemas/problem.ts';
import type { Issue, Newsroom } from './newsroom.ts';
import { isPublished } from './visibility.ts';

/** An issue's dates by the names that everything else has: it appears when it is sent. */
export const issueVisibility = ({ draft, date }: Pick<Issue, 'draft' | 'date'>) => ({ draft, pubDate: date });

/** The issues of the newsletter that have been sent at an instant, the newest first. */
export function publishedIssues({ newsletters }: Pick<Newsroom, 'newsletters'>, now: Date): Issue[] {
  return newsletters
    .filter((issue) => isPublished(issueVisibility(issue), now))
    .sort((a, b) => b.date.getTime() - a.date.getTime() || compareText(a.id, b.id));
}

/**
 * Whether two issues go to the same readers, so that no story should be in both: daily issues and breaking news do. A weekly issue tells
 * the week to those who get no other.
 */
export function sharesReaders(one: Pick<Issue, 'kind' | 'locale'>, other: Pick<Issue, 'kind' | 'locale'>): boolean {
  return one.locale === other.locale && (one.kind === 'weekly') === (other.kind === 'weekly');
}
