import { isoInstant } from '#src/i18n/format.ts';
import { lastEnd } from '#src/newsroom/event-dates.ts';
import { hasTombstone, withheldReason } from '#src/newsroom/visibility.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type FileFinding, type Finding, type NewsroomRule, type Rule } from '../rule.ts';
import { deadAnchor, movedAnchor } from './dead-anchor.ts';
import { deadLink } from './dead-link.ts';
import { appearance, isOnItsWay, resolvedLinks, type ResolvedLink } from './resolved-links.ts';

/** A view at an instant: without one, links are not checked. */
type DatedView = NewsroomView & { now: Date };

/** Checks one link to the site itself. */
interface LinkRule extends Rule {
  checkLink: (resolved: ResolvedLink, view: DatedView) => Finding | undefined;
}

const linkRule = (id: Rule['id'], severity: Rule['severity'], checkLink: LinkRule['checkLink']): LinkRule => ({
  id,
  severity,
  checkLink,
});

/** The same, for links of texts that readers see or will see. */
const shownLinkRule: typeof linkRule = (id, severity, check) =>
  linkRule(id, severity, (resolved, view) =>
    isOnItsWay(resolved.article, view.now) ? check(resolved, view) : undefined,
  );

/** What is wrong with links from one page of the site to another, however their addresses are written. */
const RULES: readonly LinkRule[] = [
  shownLinkRule('dead-link', 'error', deadLink),
  // An error, though the link may become good by itself: until then it is dead on the site, and a deploy refuses dead links.
  // It is checked at the instant at which its own article appears: two that appear together may name each other.
  shownLinkRule('withheld-link', 'error', ({ article, target }, { now }) => {
    if (target.kind === 'event') {
      const reason = withheldReason(target.event, appearance(article, now));
      return reason && finding(`withheld-link.${reason}`);
    }
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
  // What was over when a text appeared: later, every text about an event leads to one that is over.
  shownLinkRule('past-event-link', 'warning', ({ article, target }, { now }) => {
    const begins = article?.pubDate;
    if (target.kind !== 'event' || !begins) return undefined;
    const ends = lastEnd(target.event);
    return ends && ends < begins && ends < now ? finding('past-event-link') : undefined;
  }),
  linkRule('own-address', 'warning', ({ target, address, path, withPath, isPlain, isPreview, isReplaceable }) => {
    const isThere = ['article', 'event', 'page', 'other', 'unread'].includes(target.kind);
    if (!isThere || isPlain || isPreview || !isReplaceable) return undefined;
    return finding('own-address', { address: withPath(path) }, { before: address, after: withPath(path) });
  }),
];

/** The same, for all links of a newsroom: a finding is placed at the link's address. */
export const LINK_RULES: readonly NewsroomRule[] = RULES.map(({ id, severity, checkLink }) => ({
  id,
  severity,
  check: (view) => {
    const { now } = view;
    if (!now) return [];
    return resolvedLinks(view).flatMap((resolved) => {
      const found = checkLink(resolved, { ...view, now });
      return found ? [{ ...linkPlace(resolved), ...found }] : [];
    });
  },
}));

const ERRORS = RULES.filter(({ severity }) => severity === 'error');

/** The rules whose findings keep no text from readers: a publish shows the words without the link. */
export const DEAD_LINK_RULES: ReadonlySet<string> = new Set(ERRORS.map(({ id }) => id));

/** The links that readers must not see as links: they lead nowhere, to a part that is not there, or to a withheld article. */
export function deadLinks(view: NewsroomView): readonly ResolvedLink[] {
  const { now } = view;
  if (!now) return [];
  return resolvedLinks(view).filter((link) => ERRORS.some(({ checkLink }) => checkLink(link, { ...view, now })));
}

/** Where a link is, as findings say it. */
export function linkPlace({ file, place, address }: ResolvedLink): Omit<FileFinding, 'message'> {
  return { file, ...('path' in place ? {} : { field: 'body' }), ...place, value: showValue(address) };
}
