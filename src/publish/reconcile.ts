import { isPictureFile, KNOWN_FOLDERS, topOf } from '#src/rules/names/newsroom-folders.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { fileOf, type Newsroom } from '#src/newsroom/newsroom.ts';
import { hasTombstone, isPublished, withheldReason, type WithheldReason } from '#src/newsroom/visibility.ts';

/** How many articles are withheld, by reason. */
export function countWithheld(newsroom: Newsroom, now: Date): Map<WithheldReason, number> {
  const counts = new Map<WithheldReason, number>();
  for (const article of newsroom.articles) {
    const reason = withheldReason(article, now);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** How many events readers may see. */
export function countEvents({ events }: Pick<Newsroom, 'events'>, now: Date): number {
  return events.filter((event) => isPublished(event, now)).length;
}

/** How many withdrawn articles have a tombstone at their address. */
export function countNotices({ articles }: Pick<Newsroom, 'articles'>, now: Date): number {
  return articles.filter((article) => hasTombstone(article, now)).length;
}

/** What a build counted, each in its own way. */
export interface Counts {
  /** Articles in files. */
  read: number;
  /** Articles with a page. */
  pages: number;
  withheld: ReadonlyMap<WithheldReason, number>;
  /** Tombstones that were made, and withdrawn articles that should have one. */
  notices: { made: number; due: number };
  /** Events with a page, and those that should have one. */
  events: { made: number; due: number };
  /** Articles and events in the search index. */
  indexed: number;
}

/**
 * No article is lost silently: each that was read has its page or is withheld, and each that has a page can be found.
 * @throws Error with the counts if they do not add up
 */
export function reconcile({ read, pages, withheld, notices, events, indexed }: Counts): void {
  const withheldCount = [...withheld.values()].reduce((sum, count) => sum + count, 0);
  if (pages + withheldCount !== read) {
    throw new Error(
      `${read} articles were read, but ${pages} have a page and ${withheldCount} are withheld: was a file changed while the site was built? Build again.`,
    );
  }
  if (events.made !== events.due) {
    throw new Error(
      `${events.due} events should have a page, but ${events.made} have one: was a file changed while the site was built? Build again.`,
    );
  }
  if (indexed !== pages + events.made) {
    throw new Error(
      `${pages + events.made} articles and events have a page, but the search index holds ${indexed}: was a file changed while the site was built? Build again.`,
    );
  }
  if (notices.made !== notices.due) {
    throw new Error(
      `${notices.due} withdrawn articles should have a tombstone at their address, but ${notices.made} have one: was a file changed while the site was built? Build again.`,
    );
  }
}

/**
 * No file is lost silently either: each in the newsroom's folders was read, is a picture, or was reported, by its name or by that of
 * a folder that it is in. Hidden files are not part of a newsroom.
 * @param onDisk paths within the content root, listed apart from the reader
 * @throws Error that names the missing files
 */
export function reconcileFiles(
  onDisk: Iterable<string>,
  { newsroom, problems }: { newsroom: Newsroom; problems: readonly ContentProblem[] },
): void {
  const known = new Set(problems.map(({ file }) => file));
  for (const collection of COLLECTIONS) for (const entry of newsroom[collection]) known.add(fileOf(collection, entry));
  const lost: string[] = [];
  const wasReported = (path: string) =>
    known.has(path) || [...path.matchAll(/\//g)].some(({ index }) => known.has(path.slice(0, index + 1)));
  for (const path of onDisk) {
    if (wasReported(path) || !KNOWN_FOLDERS.includes(topOf(path)) || /(?:^|\/)\./.test(path) || isPictureFile(path))
      continue;
    lost.push(path);
  }
  if (lost.length === 0) return;
  const some = lost.slice(0, 5).join(', ');
  throw new Error(
    `${lost.length} of the newsroom’s files became no page and were not reported (${some}): was a file changed while the site was built? Build again.`,
  );
}
