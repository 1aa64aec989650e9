import { idMeant } from '#src/markdown/body-ids.ts';
import { hasTombstone } from '#src/newsroom/visibility.ts';
import { suggest } from '#src/schemas/explain.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { searchUrl } from '#src/urls.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type Finding } from '../rule.ts';
import { appearance, fileOfTarget, type ResolvedLink } from './resolved-links.ts';
import type { Target } from './site-addresses.ts';

/** Ids that every page has, and the one that browsers know by themselves. */
const EVERYWHERE = ['top', 'content'];

/** An id of every page but that of the search, which has a form of its own. */
const SEARCH_FIELD = 'masthead-search';

/** Pages; what else is at an address (a feed, a picture) has no parts that anyone could check. */
const PAGE = /\/$|\.html?$/i;

type DatedView = NewsroomView & { now: Date };

/** What is wrong with a link to a part of a page that does not exist. */
export function deadAnchor(resolved: ResolvedLink, view: DatedView): Finding | undefined {
  const { target, anchor, path, isOwnPage, article } = resolved;
  if (!anchor || !['article', 'event', 'page', 'other'].includes(target.kind) || !PAGE.test(path)) return undefined;
  if (isOnEveryPage(anchor, path)) return undefined;
  const file = fileOfTarget(target);
  // A tombstone shows nothing of its article.
  const isGone = target.kind === 'article' && hasTombstone(target.article, appearance(article, view.now));
  const ids = new Set(file === undefined || isGone ? [] : view.anchors.get(file));
  const meant = idMeant(anchor, ids);
  // On its own page, a link may name a part without the prefix of ids: the page writes the id in its place.
  if (meant !== undefined && (meant === anchor || isOwnPage)) return undefined;
  if (file === undefined) return finding('dead-anchor.list');
  if (meant !== undefined) return nearFinding(resolved, file, meant, true);
  const near = suggest(anchor, [...ids]) ?? suggest(`s-${anchor}`, [...ids]);
  return near ? nearFinding(resolved, file, near, false) : finding('dead-anchor', { file });
}

function nearFinding({ address }: ResolvedLink, file: string, meant: string, isCertain: boolean): Finding {
  const after = address.replace(/#.*?(?=:~:|$)/s, `#${meant}`);
  return finding('dead-anchor.near', { file, meant }, isCertain ? { before: address, after } : undefined);
}

/** A link to a part of an old address: a redirect loses what follows the `#`. */
export function movedAnchor(
  { target, anchor, address: before, withPath }: ResolvedLink,
  { anchors }: DatedView,
): Finding | undefined {
  if (target.kind !== 'moved' || !anchor || anchor === 'top') return undefined;
  const address = withPath(target.to);
  const isCertain = hasPart(target.target, anchor, anchors);
  return finding('dead-anchor.moved', { address }, isCertain ? { before, after: address } : undefined);
}

function hasPart(target: Target, anchor: string, anchors: NewsroomView['anchors']): boolean {
  const file = fileOfTarget(target);
  return file !== undefined && (anchors.get(file) ?? []).includes(anchor);
}

function isOnEveryPage(anchor: string, path: string): boolean {
  if (EVERYWHERE.includes(anchor)) return true;
  return anchor === SEARCH_FIELD && !LOCALES.some((locale) => path === searchUrl(locale));
}
