import { decodedAddress } from '#src/schemas/decoded-address.ts';
import { markdownAddress } from '#src/schemas/markdown-address.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import { issueVisibility } from '#src/newsroom/issues.ts';
import type { Visibility } from '#src/newsroom/visibility.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import {
  absoluteUrl,
  articleUrl,
  eventUrl,
  issueUrl,
  pageUrl,
  pathBelowHost,
  sitePath,
  type HasSlug,
} from '#src/urls.ts';
import { ownUrl, partOf, withoutIndex } from '#src/written-urls.ts';
import type { NewsroomView, WrittenLink } from '../newsroom-view.ts';
import { previewPath } from './preview-address.ts';
import { SiteAddresses, withSlash, type Target } from './site-addresses.ts';

/** What says when readers see an article. */
type Shown = Visibility;

/** A link of a file to somewhere on the site. */
export interface ResolvedLink {
  file: string;
  /** When readers see the file's text; undefined if it is no article: they always do. */
  article: Shown | undefined;
  /** As written. */
  address: string;
  place: LinkPlace;
  /** The part of a page that follows its #, decoded; '' if there is none. */
  anchor: string;
  target: Target | { kind: 'no-address' } | { kind: 'picture' } | { kind: 'no-slash'; path: string };
  /** Whether it was copied from a preview: for readers it leads to their own computer. */
  isPreview: boolean;
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
    const from = absoluteUrl(home.sites[0], link.from);
    // Most links lead to other sites: the addresses of this one are made only if they are needed.
    const address = 'path' in link.place ? link.address : markdownAddress(link.address);
    const url = ownUrl(previewPath(address) ?? address, from, home.sites);
    if (!url && URL.canParse(address, from)) return [];
    return [resolve(link, address, url, view, siteAt(appearance(link.article, now)))];
  });
}

/** Every link of a newsroom, in bodies and in fields. */
function linksOf({ newsroom, links, incomplete }: NewsroomView): Unresolved[] {
  const inBody = (file: string, article: Shown | undefined, from: string): Unresolved[] =>
    (links.get(file) ?? []).map(({ address, isReplaceable, line, column }) => {
      return { file, article, from, address, isReplaceable, place: { line, column } };
    });
  const inField = (file: string, article: Shown | undefined, address: string, path: readonly PropertyKey[]) => {
    return { file, article, from: '/', address, isReplaceable: false, place: { path } };
  };
  const ofArticle = (article: Shown & HasSlug & Pick<Article, 'file' | 'sponsor' | 'sources'>) => {
    const { file, sponsor, sources } = article;
    return [
      ...inBody(file, article, articleUrl(article)),
      ...(sponsor ? [inField(file, article, sponsor.url, ['sponsor', 'url'])] : []),
      ...sources.map(({ url }, index) => inField(file, article, url, ['sources', index, 'url'])),
    ];
  };
  const ofEvent = (
    event: Shown & HasSlug & Pick<Event, 'file'> & Partial<Pick<Event, 'tickets' | 'online' | 'organiser'>>,
  ) => {
    const { file, tickets, online, organiser } = event;
    return [
      ...inBody(file, event, eventUrl(event)),
      ...(tickets ? [inField(file, event, tickets, ['tickets'])] : []),
      ...(online ? [inField(file, event, online, ['online'])] : []),
      ...(organiser?.url ? [inField(file, event, organiser.url, ['organiser', 'url'])] : []),
    ];
  };
  const ofPage = (page: HasSlug & { file: string }) => inBody(page.file, undefined, pageUrl(page));
  const ofIssue = (issue: HasSlug & { file: string } & Parameters<typeof issueVisibility>[0]) =>
    inBody(issue.file, issueVisibility(issue), issueUrl(issue));
  const ofAuthor = (file: string, website: string | undefined) =>
    website ? [inField(file, undefined, website, ['website'])] : [];
  return [
    ...newsroom.articles.flatMap(ofArticle),
    ...newsroom.events.flatMap(ofEvent),
    ...newsroom.newsletters.flatMap(ofIssue),
    ...newsroom.pages.flatMap(ofPage),
    ...newsroom.authors.flatMap(({ id, website }) => ofAuthor(`authors/${id}.yaml`, website)),
    ...incomplete.flatMap(({ file, collection, locale, stem, fields }) => {
      if (!locale) return ofAuthor(file, fields.website);
      const text = { file, locale, ...fields, slug: fields.slug ?? stem };
      if (collection === 'pages') return ofPage(text);
      if (collection === 'newsletters')
        return ofIssue({ ...text, draft: fields.draft ?? false, date: UNKNOWN.pubDate });
      if (collection === 'events') return ofEvent({ ...UNKNOWN, ...text });
      return ofArticle({ ...UNKNOWN, ...text });
    }),
  ];
}

/** An article whose date is wrong is taken for the last of all: it may appear together with what it leads to. */
const UNKNOWN = { pubDate: new Date('9999-01-01T00:00:00Z'), draft: false, sources: [] };

function resolve(
  { file, article, address, place, isReplaceable }: Unresolved,
  onPage: string,
  url: URL | undefined,
  { home }: NewsroomView,
  addresses: SiteAddresses,
): ResolvedLink {
  const isPath = !/^\s*(?:https?:|[\\/]{2})/i.test(onPage);
  const rest = url ? url.search + url.hash : '';
  const inPlace = (path: string) => (isReplaceable || isPath ? path : absoluteUrl(home.sites[0], path));
  const withPath = (path: string) => inPlace(path) + rest;
  const path = url && decodedAddress(withoutIndex(url.pathname));
  const part = partOf(url?.hash ?? '');
  const anchor = decodedAddress(part) ?? part;
  const isPreview = previewPath(onPage) !== undefined;
  const about = {
    file,
    article,
    address,
    place,
    anchor,
    isPreview,
    inPlace,
    withPath,
    isReplaceable,
    isOwnPage: false,
  };
  if (!url || path === undefined) return { ...about, path: '', isPlain: true, target: { kind: 'no-address' } };
  const isPlain = isPath && withoutIndex(url.pathname) === url.pathname;
  // With the escapes that it needs, and no others.
  const known = { ...about, path: path.split('/').map(encodeURIComponent).join('/'), isPlain };
  const [written = ''] = onPage.split(/[?#]/);
  if (PICTURE_PATH_PATTERN.test(written) || (!isPath && PICTURE_PATH_PATTERN.test(path)))
    return { ...known, target: { kind: 'picture' } };
  const target = addresses.at(path);
  if (target.kind === 'nothing') {
    const whole = withSlash(path);
    const there = whole === path ? target : addresses.at(whole);
    if (there.kind === 'nothing') {
      const near = asBrowsersShow(isPath ? path : '', home.sites[0], addresses) ?? target.near;
      return { ...known, target: { ...target, near } };
    }
    return {
      ...known,
      target: { kind: 'no-slash', path: there.kind === 'moved' ? there.to : withSlash(url.pathname) },
    };
  }
  return { ...known, target, isOwnPage: fileOfTarget(target) === file };
}

/** What is meant by a path with the site's own before it, as browsers show it, if there is something. */
function asBrowsersShow(path: string, site: string, addresses: SiteAddresses): string | undefined {
  const below = pathBelowHost(site);
  const meant = below === '' ? undefined : sitePath(below, path);
  return meant !== undefined && addresses.at(meant).kind !== 'nothing' ? meant : undefined;
}

/** The file of the text that a link leads to; undefined if it leads to something else. */
export function fileOfTarget(target: ResolvedLink['target']): string | undefined {
  if (target.kind === 'article') return target.article.file;
  if (target.kind === 'event') return target.event.file;
  return target.kind === 'page' ? target.page.file : undefined;
}

/** Whether readers see a text, or will without anyone editing it: not a draft, nor a withdrawn or expired article. */
export function isOnItsWay(article: Shown | undefined, now: Date): boolean {
  if (!article) return true;
  return !article.draft && !article.withdrawn && !(article.expiryDate && article.expiryDate <= now);
}

/** When readers first see a text, or now if they do already. */
export function appearance(article: Shown | undefined, now: Date): Date {
  return article?.pubDate && article.pubDate > now ? article.pubDate : now;
}
