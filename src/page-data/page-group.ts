import { shortDigest } from '#src/keys/digest.ts';
import { textNumber } from '#src/keys/text-number.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { chromeOf } from './page-chrome.ts';
import { sourcesDigest, type StaticPath } from './static-path.ts';

/**
 * Pages of one route that are checked for changes together. A large archive has too many pages to compare each at every
 * build, and nearly all of them never change: a build compares the groups' keys, and lists the pages of a group only if its
 * key has changed.
 */
export interface PageGroup<Path = StaticPath<unknown, unknown>> {
  /** Unique within the route, and the same in every build: `en 207`. */
  name: string;
  /**
   * Changes whenever a page is added to the group, removed, or gets another `cacheKey`. It may change more often, which
   * costs time; if it missed a change, an outdated page would stay.
   */
  key: string;
  /** The number of pages. */
  count: number;
  /** Makes the paths of its pages. */
  paths: () => readonly Path[];
}

/** A route's `getStaticPaths`, which Astro calls for all pages at once, with the groups for the fast renderer. */
interface GroupedPaths<Path> {
  (): Promise<Path[]>;
  groups: () => Promise<readonly PageGroup<Path>[]>;
}

/** The `getStaticPaths` of a route whose pages come in groups. */
export function inGroups<Path>(groups: () => Promise<readonly PageGroup<Path>[]>): GroupedPaths<Path> {
  return Object.assign(async () => pathsOf(await groups()), { groups });
}

/** The groups of a route in all editions. */
export function perEdition<Path>(
  editions: readonly Edition[],
  groupsOf: (edition: Edition, editions: readonly Edition[]) => PageGroup<Path>[],
): PageGroup<Path>[] {
  return editions.flatMap((edition) => groupsOf(edition, editions));
}

/** All pages of some groups. */
export function pathsOf<Path>(groups: readonly PageGroup<Path>[]): Path[] {
  return groups.flatMap(({ paths }) => paths());
}

/** How items (articles, lists, tombstones) are spread over groups, and what their pages are. */
interface Grouping<Item, Path> {
  /** The most groups. */
  groups: number;
  /** Decides the group of an item, so that adding or removing one moves no other. */
  nameOf: (item: Item) => string;
  /** The number of an item's pages. */
  countOf: (item: Item) => number;
  /** Changes with anything that the item's pages are made from, except what {@link sharedDigest} covers. */
  fingerprint: (item: Item, index: number) => string;
  pathsFor: (items: readonly Item[]) => readonly Path[];
}

/** Spreads items evenly over page groups. */
export function groupPages<Item, Path>(
  edition: Edition,
  items: Iterable<Item>,
  { groups: most, nameOf, countOf, fingerprint, pathsFor }: Grouping<Item, Path>,
): PageGroup<Path>[] {
  const groups = new Map<number, { items: Item[]; count: number; fingerprints: string }>();
  let index = 0;
  for (const item of items) {
    const number = textNumber(nameOf(item)) % most;
    let group = groups.get(number);
    if (!group) groups.set(number, (group = { items: [], count: 0, fingerprints: '' }));
    group.items.push(item);
    group.count += countOf(item);
    group.fingerprints += `${fingerprint(item, index)}\n`;
    index += 1;
  }
  const shared = sharedDigest(edition);
  return [...groups].map(([number, group]) => ({
    name: `${edition.locale} ${number}`,
    key: shortDigest(`${shared}\n${group.fingerprints}`),
    count: group.count,
    paths: () => pathsFor(group.items),
  }));
}

/** A digest of what any page of an edition may show besides its articles: the site, the chrome, and what articles name. */
export function sharedDigest(edition: Edition): string {
  const { locale, site, namesDigest } = edition;
  return sourcesDigest({ locale, site, chrome: chromeOf(edition), namesDigest });
}
