import type { NewsroomRule } from '../rule.ts';
import { anchorDeadness } from './dead-anchor.ts';
import { deadness } from './dead-link.ts';
import { linkFinding } from './link-finding.ts';
import { isOnItsWay, resolvedLinks } from './resolved-links.ts';

export const unreadyLink: NewsroomRule = {
  id: 'unready-link',
  severity: 'warning',
  scope: 'newsroom',
  title: {
    en: 'A dead link in a draft, or in a story that is no longer shown',
    es: 'Un enlace muerto en un borrador o en una nota que ya no se muestra',
  },
  explanation: {
    en: 'It harms nobody yet, and must not stop the paper; when the story is to appear it is an error.',
    es: 'Todavía no perjudica a nadie y no debe detener el periódico; cuando la nota vaya a salir, será un error.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const isUnready = view.now && !isOnItsWay(resolved.from, view.now);
      const told = isUnready ? (deadness(resolved) ?? anchorDeadness(view, resolved)) : undefined;
      return told ? [linkFinding(resolved, told)] : [];
    }),
};
