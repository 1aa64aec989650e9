import { hasTombstone, withheldReason, type WithheldReason } from '#src/newsroom/visibility.ts';
import type { NewsroomRule } from '../rule.ts';
import { linkFinding } from './link-finding.ts';
import { appearance, isOnItsWay, resolvedLinks } from './resolved-links.ts';

const STATES: Record<WithheldReason, string> = {
  withdrawn: 'leads to a story that is withdrawn',
  draft: 'leads to a story that is a draft',
  embargoed: 'leads to a story that is not out yet',
  expired: 'leads to a story that has expired',
};

/**
 * An error, though the link may become good by itself: until then it is dead on the site, and a deploy refuses dead links.
 * It is judged at the instant at which the story that has the link appears: two stories that come out together may name
 * each other.
 */
export const withheldLink: NewsroomRule = {
  id: 'withheld-link',
  severity: 'error',
  scope: 'newsroom',
  title: { en: 'A link to a story that is withheld', es: 'Un enlace a una nota que no se muestra' },
  explanation: {
    en: 'A draft, an embargoed or an expired story has no page: the link is dead when its own story appears.',
    es: 'Un borrador o una nota embargada o caducada no tiene página: el enlace está muerto cuando sale su nota.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const { from, target } = resolved;
      if (target.kind !== 'article' || !view.now || !isOnItsWay(from, view.now)) return [];
      const then = appearance(from, view.now);
      const reason = withheldReason(target.article, then);
      // The notice of a withdrawn story is a page: see withdrawn-link.
      if (!reason || hasTombstone(target.article, then)) return [];
      return [
        linkFinding(resolved, { reason: STATES[reason], remedy: 'take the link out, or publish that story first' }),
      ];
    }),
};
