import { suggest } from '#src/schemas/explain.ts';
import type { FileFinding, NewsroomRule } from '../rule.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { linkFinding } from './link-finding.ts';
import { isOnItsWay, resolvedLinks, type ResolvedLink } from './resolved-links.ts';

/** Ids that every page has, and the one that browsers know by themselves. */
const EVERYWHERE = ['top', 'content', 'masthead-search'];

/** A footnote's own ids are made by the Markdown engine, and are no matter for a look at the headings. */
const FOOTNOTE = /^(?:note-|footnote-label$)/;

export const deadAnchor: NewsroomRule = {
  id: 'dead-anchor',
  severity: 'error',
  scope: 'newsroom',
  title: { en: 'A link to a part that a page does not have', es: 'Un enlace a una parte que la página no tiene' },
  explanation: {
    en: 'A heading was reworded: readers land at the top of the page. The parts are named by the headings’ words.',
    es: 'Se cambió un subtítulo: los lectores caen al inicio de la página. Las partes se llaman como los subtítulos.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const told = view.now && isOnItsWay(resolved.from, view.now) ? anchorDeadness(view, resolved) : undefined;
      return told ? [linkFinding(resolved, told)] : [];
    }),
};

/** What is wrong with a link to a part of a page that is not there; undefined where it is, or where no part is named. */
export function anchorDeadness(
  { anchors: all }: Pick<NewsroomView, 'anchors'>,
  { from, target, anchor }: ResolvedLink,
): Pick<FileFinding, 'reason' | 'remedy'> | undefined {
  if (!anchor || EVERYWHERE.includes(anchor) || FOOTNOTE.test(anchor)) return undefined;
  if (target.kind !== 'article' && target.kind !== 'page') return undefined;
  const { file } = target.kind === 'article' ? target.article : target.page;
  const anchors = all.get(file) ?? [];
  // An id that somebody wrote by hand gets a prefix, and so do the links to it on its own page.
  if (anchors.includes(anchor) || (file === from.file && anchors.includes(`s-${anchor}`))) return undefined;
  const meant = suggest(anchor, anchors) ?? suggest(`s-${anchor}`, anchors);
  return {
    reason: `leads to a part that ${file} does not have`,
    remedy: meant ? `did you mean “#${meant}”?` : 'correct what follows the #, or take it away',
  };
}
