import { decodedAddress } from '#src/schemas/decoded-address.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import { absoluteUrl, articleUrl, ownUrl, pageUrl, withoutIndex } from '#src/urls.ts';
import type { NewsroomView, WrittenLink } from '../newsroom-view.ts';
import { SiteAddresses, withSlash, type Target } from './site-addresses.ts';

/** A link of a file to somewhere on the site. */
export interface ResolvedLink {
  file: string;
  /** Undefined if the file is no article: readers always see it. */
  article: Article | undefined;
  /** As written. */
  address: string;
  place: LinkPlace;
  /** The text after its #, decoded; '' if there is none. */
  anchor: string;
  target: Target | { kind: 'no-address' } | { kind: 'picture' } | { kind: 'no-slash'; path: string };
  /** Whether it leads to a part of its own page. */
  isOwnPage: boolean;
  /** Whether the address as written is a path, without anything that it does not need. */
  isPlain: boolean;
  /** A path as it should be written in its place: in full if it must be a full address. */
  inPlace: (path: string) => string;
  /** The same, with the query and the part of the link. */
  withPath: (path: string) => string;
  /** The path it leads to, as it should be written; undefined if it leads nowhere. */
  path: string;
  isReplaceable: boolean;
}

/** Where a link is: in a body, or in a field. */
type LinkPlace = Pick<WrittenLink, 'line' | 'column'> | { path: readonly PropertyKey[] };

/** A link that is to be resolved. */
interface Unresolved extends Pick<ResolvedLink, 'file' | 'article' | 'address' | 'place' | 'isReplaceable'> {
  /** The address of its page. */
  from: string;
}

const resolved = new WeakMap<NewsroomView, readonly ResolvedLink[]>();

/** Every link of a newsroom to its own site, with its target: looked up once, for all rules. */
export function resolvedLinks(view: NewsroomView): readonly ResolvedLink[] {
  const known = resolved.get(view);
  if (known) return known;
  const found = resolveAll(view);
  resolved.set(view, found);
  return found;
}

function resolveAll(view: NewsroomView): ResolvedLink[] {
  const { newsroom, unreadAddresses, home, now } = view;
  if (!now) return [];
  // When an article appears the site is not today's: its own tag and month have a page then.
  const sites = new Map<number, SiteAddresses>();
  const siteAt = (instant: Date) => {
    const known = sites.get(instant.getTime()) ?? new SiteAddresses(newsroom, unreadAddresses, home, instant);
    sites.set(instant.getTime(), known);
    return known;
  };
  return linksOf(view).flatMap((link) => {
    const from = absoluteUrl(home.origins[0], link.from);
    // Most links lead to other sites: the addresses of this one are made only if they are needed.
    const url = ownUrl(link.address, from, home.origins);
    if (!url && URL.canParse(link.address, from)) return [];
    return [resolve(link, url, view, siteAt(appearance(link.article, now)))];
  });
}

/** Every link of a newsroom, in bodies and in fields. */
function linksOf({ newsroom, links }: NewsroomView): Unresolved[] {
  const inBody = (file: string, article: Article | undefined, from: string): Unresolved[] =>
    (links.get(file) ?? []).map(({ address, isReplaceable, line, column }) => {
      return { file, article, from, address, isReplaceable, place: { line, column } };
    });
  const inField = (file: string, article: Article | undefined, address: string, path: readonly PropertyKey[]) => {
    return { file, article, from: '/', address, isReplaceable: false, place: { path } };
  };
  return [
    ...newsroom.articles.flatMap((article) => {
      const { file, sponsor, sources } = article;
      return [
        ...inBody(file, article, articleUrl(article)),
        ...(sponsor ? [inField(file, article, sponsor.url, ['sponsor', 'url'])] : []),
        ...sources.map(({ url }, index) => inField(file, article, url, ['sources', index, 'url'])),
      ];
    }),
    ...newsroom.pages.flatMap((page) => inBody(page.file, undefined, pageUrl(page))),
    ...newsroom.authors.flatMap(({ id, website }) =>
      website ? [inField(`authors/${id}.yaml`, undefined, website, ['website'])] : [],
    ),
  ];
}

function resolve(
  { file, article, address, place, isReplaceable }: Unresolved,
  url: URL | undefined,
  { home }: NewsroomView,
  addresses: SiteAddresses,
): ResolvedLink {
  const isPath = !/^\s*(?:https?:|[\\/]{2})/i.test(address);
  const rest = url ? url.search + url.hash : '';
  const inPlace = (path: string) => (isReplaceable || isPath ? path : absoluteUrl(home.origins[0], path));
  const withPath = (path: string) => inPlace(path) + rest;
  const path = url && decodedAddress(withoutIndex(url.pathname));
  const anchor = url ? (decodedAddress(url.hash.slice(1)) ?? url.hash.slice(1)) : '';
  const about = { file, article, address, place, anchor, inPlace, withPath, isReplaceable, isOwnPage: false };
  if (!url || path === undefined) return { ...about, path: '', isPlain: true, target: { kind: 'no-address' } };
  const isPlain = isPath && withoutIndex(url.pathname) === url.pathname;
  // With the escapes that it needs, and no others.
  const known = { ...about, path: path.split('/').map(encodeURIComponent).join('/'), isPlain };
  const [written = ''] = address.split(/[?#]/);
  if (PICTURE_PATH_PATTERN.test(written) || (!isPath && PICTURE_PATH_PATTERN.test(path)))
    return { ...known, target: { kind: 'picture' } };
  const target = addresses.at(path);
  if (target.kind === 'nothing') {
    const whole = withSlash(path);
    const there = whole === path ? target : addresses.at(whole);
    if (there.kind === 'nothing') return { ...known, target };
    return {
      ...known,
      target: { kind: 'no-slash', path: there.kind === 'moved' ? there.to : withSlash(url.pathname) },
    };
  }
  const isOwnPage = target.kind === 'article' || target.kind === 'page' ? fileOfTarget(target) === file : false;
  return { ...known, target, isOwnPage };
}

/** The file of the text that a link leads to; undefined if it leads to something else. */
export function fileOfTarget(target: ResolvedLink['target']): string | undefined {
  return target.kind === 'article' ? target.article.file : target.kind === 'page' ? target.page.file : undefined;
}

/** Whether readers see a text, or will without anyone editing it: not a draft, nor a withdrawn or expired article. */
export function isOnItsWay(article: Article | undefined, now: Date): boolean {
  if (!article) return true;
  return !article.draft && !article.withdrawn && !(article.expiryDate && article.expiryDate <= now);
}

/** When readers first see a text, or now if they do already. */
export function appearance(article: Article | undefined, now: Date): Date {
  return article && article.pubDate > now ? article.pubDate : now;
}
