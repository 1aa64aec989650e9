import { isoInstant } from '#src/i18n/format.ts';
import { hasTombstone, withheldReason } from '#src/newsroom/visibility.ts';
import { suggest } from '#src/schemas/explain.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type Finding, type NewsroomRule } from '../rule.ts';
import { appearance, isOnItsWay, resolvedLinks, type ResolvedLink } from './resolved-links.ts';

/** Ids that every page has, and the one that browsers know by themselves. */
const EVERYWHERE = ['top', 'content', 'masthead-search'];

/** The ids of footnotes are made by the Markdown engine, and are not among the headings. */
const FOOTNOTE = /^(?:note-|footnote-label$)/;

/** A view at an instant: without one, links are not checked. */
type DatedView = NewsroomView & { now: Date };

/** Checks each internal link; a finding is placed at its address. */
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
      const { from, link } = resolved;
      const { line, column, address } = link;
      return found ? [{ file: from.file, field: 'body', line, column, value: showValue(address), ...found }] : [];
    });
  },
});

/** The same, for links of texts that readers see or will see. */
const shownLinkRule: typeof linkRule = (id, severity, check) =>
  linkRule(id, severity, (resolved, view) => (isOnItsWay(resolved.from, view.now) ? check(resolved, view) : undefined));

/** What is wrong with links from one page of the site to another. */
export const LINK_RULES: readonly NewsroomRule[] = [
  shownLinkRule('dead-link', 'error', deadLink),
  // An error, though the link may become good by itself: until then it is dead on the site, and a deploy refuses dead links.
  // It is checked at the instant at which its own article appears: two that appear together may name each other.
  shownLinkRule('withheld-link', 'error', ({ from, target }, { now }) => {
    if (target.kind !== 'article') return undefined;
    const then = appearance(from, now);
    const reason = withheldReason(target.article, then);
    // The tombstone of a withdrawn article is a page: see withdrawn-link.
    return reason && !hasTombstone(target.article, then) ? finding(`withheld-link.${reason}`) : undefined;
  }),
  shownLinkRule('withdrawn-link', 'warning', ({ from, target }, { now }) =>
    target.kind === 'article' && hasTombstone(target.article, appearance(from, now))
      ? finding('withdrawn-link')
      : undefined,
  ),
  linkRule('unready-link', 'warning', (resolved, view) =>
    isOnItsWay(resolved.from, view.now) ? undefined : (deadLink(resolved) ?? deadAnchor(resolved, view)),
  ),
  shownLinkRule('expiring-link', 'warning', ({ from, target }, { now }) => {
    if (target.kind !== 'article') return undefined;
    const { expiryDate, draft, withdrawn } = target.article;
    if (!expiryDate || draft || withdrawn || expiryDate <= now) return undefined;
    const ends = 'pubDate' in from ? from.expiryDate : undefined;
    const begins = 'pubDate' in from ? from.pubDate : now;
    if ((ends && ends <= expiryDate) || begins >= expiryDate) return undefined;
    return finding('expiring-link', { instant: isoInstant(expiryDate) });
  }),
  shownLinkRule('dead-anchor', 'error', deadAnchor),
  linkRule('moved-link', 'warning', ({ target }) =>
    target.kind === 'moved' ? finding('moved-link', { address: target.to }) : undefined,
  ),
];

/** What is wrong with a link that leads nowhere. */
function deadLink({ target, link }: ResolvedLink): Finding | undefined {
  switch (target.kind) {
    case 'no-address':
      return finding('dead-link.no-address');
    case 'picture':
      return finding('dead-link.picture', { address: link.address });
    case 'no-slash':
      return finding('dead-link.slash', { address: target.path });
    case 'nothing':
      return target.near ? finding('dead-link.near', { meant: target.near }) : finding('dead-link');
    default:
      return undefined;
  }
}

/** What is wrong with a link to a part of a page that does not exist. */
function deadAnchor({ from, target, anchor }: ResolvedLink, { anchors: all }: NewsroomView): Finding | undefined {
  if (!anchor || EVERYWHERE.includes(anchor) || FOOTNOTE.test(anchor)) return undefined;
  if (target.kind !== 'article' && target.kind !== 'page') return undefined;
  const { file } = target.kind === 'article' ? target.article : target.page;
  const anchors = all.get(file) ?? [];
  // An id that was written by hand gets a prefix, and so do the links to it on its own page.
  if (anchors.includes(anchor) || (file === from.file && anchors.includes(`s-${anchor}`))) return undefined;
  const meant = suggest(anchor, anchors) ?? suggest(`s-${anchor}`, anchors);
  return meant ? finding('dead-anchor.near', { file, meant }) : finding('dead-anchor', { file });
}
