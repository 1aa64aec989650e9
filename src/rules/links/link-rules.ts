import { isoInstant } from '#src/i18n/format.ts';
import { hasTombstone, withheldReason } from '#src/newsroom/visibility.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type Finding, type NewsroomRule } from '../rule.ts';
import { deadAnchor, movedAnchor } from './dead-anchor.ts';
import { deadLink } from './dead-link.ts';
import { appearance, isOnItsWay, resolvedLinks, type ResolvedLink } from './resolved-links.ts';

/** A view at an instant: without one, links are not checked. */
type DatedView = NewsroomView & { now: Date };

/** Checks each link to the site itself; a finding is placed at its address. */
const linkRule = (
  id: NewsroomRule['id'],
  severity: NewsroomRule['severity'],
  check: (resolved: ResolvedLink, view: DatedView) => Finding | undefined,
): NewsroomRule => ({
  id,
  severity,
  check: (view) => {
    const { now } = view;
    if (!now) return [];
    return resolvedLinks(view).flatMap((resolved) => {
      const found = check(resolved, { ...view, now });
      const { file, place, address } = resolved;
      if (!found) return [];
      const field = 'path' in place ? {} : { field: 'body' };
      return [{ file, ...field, ...place, value: showValue(address), ...found }];
    });
  },
});

/** The same, for links of texts that readers see or will see. */
const shownLinkRule: typeof linkRule = (id, severity, check) =>
  linkRule(id, severity, (resolved, view) =>
    isOnItsWay(resolved.article, view.now) ? check(resolved, view) : undefined,
  );

/** What is wrong with links from one page of the site to another, however their addresses are written. */
export const LINK_RULES: readonly NewsroomRule[] = [
  shownLinkRule('dead-link', 'error', deadLink),
  // An error, though the link may become good by itself: until then it is dead on the site, and a deploy refuses dead links.
  // It is checked at the instant at which its own article appears: two that appear together may name each other.
  shownLinkRule('withheld-link', 'error', ({ article, target }, { now }) => {
    if (target.kind !== 'article') return undefined;
    const then = appearance(article, now);
    const reason = withheldReason(target.article, then);
    // The tombstone of a withdrawn article is a page: see withdrawn-link. Its old addresses have none.
    if (!reason || (hasTombstone(target.article, then) && !target.isOld)) return undefined;
    return finding(`withheld-link.${reason}`);
  }),
  shownLinkRule('withdrawn-link', 'warning', ({ article, target }, { now }) =>
    target.kind === 'article' && !target.isOld && hasTombstone(target.article, appearance(article, now))
      ? finding('withdrawn-link')
      : undefined,
  ),
  linkRule('unready-link', 'warning', (resolved, view) =>
    isOnItsWay(resolved.article, view.now)
      ? undefined
      : (deadLink(resolved, view) ?? movedAnchor(resolved, view) ?? deadAnchor(resolved, view)),
  ),
  shownLinkRule('expiring-link', 'warning', ({ article, target }, { now }) => {
    if (target.kind !== 'article') return undefined;
    const { expiryDate, draft, withdrawn } = target.article;
    if (!expiryDate || draft || withdrawn || expiryDate <= now) return undefined;
    const ends = article?.expiryDate;
    const begins = article?.pubDate ?? now;
    if ((ends && ends <= expiryDate) || begins >= expiryDate) return undefined;
    return finding('expiring-link', { instant: isoInstant(expiryDate) });
  }),
  shownLinkRule('dead-anchor', 'error', (resolved, view) => movedAnchor(resolved, view) ?? deadAnchor(resolved, view)),
  linkRule('moved-link', 'warning', (resolved, view) => {
    const { target, withPath } = resolved;
    if (target.kind !== 'moved' || deadLink(resolved, view) || movedAnchor(resolved, view)) return undefined;
    return finding(
      'moved-link',
      { address: withPath(target.to) },
      { before: resolved.address, after: withPath(target.to) },
    );
  }),
  linkRule('own-address', 'warning', ({ target, address, path, withPath, isPlain, isReplaceable }) => {
    const isThere = ['article', 'page', 'other', 'unread'].includes(target.kind);
    if (!isThere || isPlain || !isReplaceable) return undefined;
    return finding('own-address', { address: withPath(path) }, { before: address, after: withPath(path) });
  }),
];
