import type { Article, Page } from '#src/newsroom/newsroom.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import { articleUrl, pageUrl } from '#src/urls.ts';
import type { InternalLink, NewsroomView } from '../newsroom-view.ts';
import { isPagePath, SiteAddresses, withSlash, type Target } from './site-addresses.ts';

/** A link of a text to somewhere on the site. */
export interface ResolvedLink {
  from: Article | Page;
  link: InternalLink;
  /** Where it leads, decoded; undefined if it is not an address. */
  path: string | undefined;
  /** The text after its #, decoded; '' if there is none. */
  anchor: string;
  target: Target | { kind: 'no-address' } | { kind: 'picture' } | { kind: 'no-slash'; path: string };
}

const resolved = new WeakMap<NewsroomView, readonly ResolvedLink[]>();

/** Every internal link of a newsroom with its target: looked up once, for all rules. */
export function resolvedLinks(view: NewsroomView): readonly ResolvedLink[] {
  const known = resolved.get(view);
  if (known) return known;
  const found = resolveAll(view);
  resolved.set(view, found);
  return found;
}

function resolveAll({ newsroom, links, unreadAddresses, now }: NewsroomView): ResolvedLink[] {
  if (links.size === 0 || !now) return [];
  // When an article appears the site is not today's: its own tag and month have a page then.
  const sites = new Map<number, SiteAddresses>();
  const siteAt = (instant: Date) => {
    const known = sites.get(instant.getTime()) ?? new SiteAddresses(newsroom, unreadAddresses, instant);
    sites.set(instant.getTime(), known);
    return known;
  };
  return [...newsroom.articles, ...newsroom.pages].flatMap((from) => {
    const own = links.get(from.file) ?? [];
    if (own.length === 0) return [];
    const addresses = siteAt(appearance(from, now));
    return own.flatMap((link) => resolve(from, link, addresses) ?? []);
  });
}

/** A base that no real address has. */
const OWN = 'https://own.invalid';

/** @returns undefined if the link leaves the site (`//elsewhere.example/`) */
function resolve(from: Article | Page, link: InternalLink, addresses: SiteAddresses): ResolvedLink | undefined {
  const own = 'pubDate' in from ? articleUrl(from) : pageUrl(from);
  const url = URL.parse(link.address, `${OWN}${own}`);
  if (url && url.origin !== OWN) return undefined;
  const path = url ? decoded(url.pathname) : undefined;
  const anchor = url ? (decoded(url.hash.slice(1)) ?? url.hash.slice(1)) : '';
  const about = { from, link, path, anchor };
  if (path === undefined) return { ...about, target: { kind: 'no-address' } };
  const [written = ''] = link.address.split(/[?#]/);
  if (PICTURE_PATH_PATTERN.test(written)) return { ...about, target: { kind: 'picture' } };
  const target = addresses.at(path);
  if (target.kind !== 'nothing') return { ...about, target };
  // Files beside the pages (a PDF in public/) are not part of the newsroom: a deploy checks them.
  if (!isPagePath(path)) return { ...about, target: { kind: 'other' } };
  const whole = withSlash(path);
  if (whole !== path && addresses.at(whole).kind !== 'nothing')
    return { ...about, target: { kind: 'no-slash', path: whole } };
  return { ...about, target };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether readers see a text, or will without anyone editing it: not a draft, nor a withdrawn or expired article. */
export function isOnItsWay(from: Article | Page, now: Date): boolean {
  if (!('pubDate' in from)) return true;
  return !from.draft && !from.withdrawn && !(from.expiryDate && from.expiryDate <= now);
}

/** When readers first see a text, or now if they do already. */
export function appearance(from: Article | Page, now: Date): Date {
  return 'pubDate' in from && from.pubDate > now ? from.pubDate : now;
}
