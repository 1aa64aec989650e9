import { suggest } from '#src/schemas/explain.ts';
import type { NewsroomRule } from '../rule.ts';
import { linkFinding } from './link-finding.ts';
import { resolvedLinks } from './resolved-links.ts';

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
      const { target, anchor } = resolved;
      if (!anchor || EVERYWHERE.includes(anchor) || FOOTNOTE.test(anchor)) return [];
      if (target.kind !== 'article' && target.kind !== 'page') return [];
      const { file } = target.kind === 'article' ? target.article : target.page;
      const anchors = view.anchors.get(file) ?? [];
      if (anchors.includes(anchor)) return [];
      const meant = suggest(anchor, anchors) ?? suggest(`s-${anchor}`, anchors);
      return [
        linkFinding(resolved, {
          reason: `leads to a part that ${file} does not have`,
          remedy: meant ? `did you mean “#${meant}”?` : 'correct what follows the #, or take it away',
        }),
      ];
    }),
};
