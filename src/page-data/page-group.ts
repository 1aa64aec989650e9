import { shortDigest, textNumber } from '#src/keys/digest.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { frameOf } from './frame.ts';
import { sourcesDigest, type StaticPath } from './static-path.ts';

/**
 * Pages of one route that are looked at together. An archive's pages are too many to ask each at every build whether
 * anything it shows has changed, and nearly all of them never do: a group is asked as a whole, and its pages are listed
 * only where the answer is another than last time.
 */
export interface PageGroup<Path = StaticPath<unknown, unknown>> {
  /** Its own within the route, and the same from build to build: `en 207`. */
  name: string;
  /**
   * Changes whenever a page comes to the group, leaves it or has another `cacheKey`. It may change more often; that costs
   * time, where a change that it misses would leave a page as it was.
   */
  key: string;
  /** How many pages it has. */
  count: number;
  /** Its pages, made when they are asked for. */
  paths: () => readonly Path[];
}

/** A route's `getStaticPaths`, which Astro calls for all pages at once, and beside it the groups they come in. */
export interface GroupedPaths<Path> {
  (): Promise<Path[]>;
  groups: () => Promise<readonly PageGroup<Path>[]>;
}

/** The `getStaticPaths` of a route whose pages come in groups. */
export function inGroups<Path>(groups: () => Promise<readonly PageGroup<Path>[]>): GroupedPaths<Path> {
  return Object.assign(async () => pathsOf(await groups()), { groups });
}

/** All pages of some groups. */
export function pathsOf<Path>(groups: readonly PageGroup<Path>[]): Path[] {
  return groups.flatMap(({ paths }) => paths());
}

/** How things are spread over groups, and what their pages are. */
export interface Gathering<Item, Path> {
  /** How many groups there are in a large archive. */
  groups: number;
  /** What decides in which group a thing is: one that comes or goes moves none of the others. */
  nameOf: (item: Item) => string;
  /** How many pages a thing has. */
  countOf: (item: Item) => number;
  /** Tells a thing with all that its pages are made from, but for what {@link sharedDigest} tells. @param at its place */
  told: (item: Item, at: number) => string;
  pathsFor: (items: readonly Item[]) => readonly Path[];
}

/** Spreads things of an edition evenly over groups. */
export function gather<Item, Path>(
  edition: Edition,
  items: Iterable<Item>,
  { groups, nameOf, countOf, told, pathsFor }: Gathering<Item, Path>,
): PageGroup<Path>[] {
  const gathered = new Map<number, { items: Item[]; count: number; told: string }>();
  let at = 0;
  for (const item of items) {
    const number = textNumber(nameOf(item)) % groups;
    let group = gathered.get(number);
    if (!group) gathered.set(number, (group = { items: [], count: 0, told: '' }));
    group.items.push(item);
    group.count += countOf(item);
    group.told += `${told(item, at)}\n`;
    at += 1;
  }
  const shared = sharedDigest(edition);
  return [...gathered].map(([number, group]) => ({
    name: `${edition.locale} ${number}`,
    key: shortDigest(`${shared}\n${group.told}`),
    count: group.count,
    paths: () => pathsFor(group.items),
  }));
}

/** Tells what any page of an edition may be made from besides its stories: the site, the frame, what stories name. */
export function sharedDigest(edition: Edition): string {
  const { locale, site, namesDigest } = edition;
  return sourcesDigest({ locale, site, frame: frameOf(edition), namesDigest });
}
