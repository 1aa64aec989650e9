import type { FileFinding, NewsroomRule } from '../rule.ts';
import { linkFinding } from './link-finding.ts';
import { isOnItsWay, resolvedLinks, type ResolvedLink } from './resolved-links.ts';

export const deadLink: NewsroomRule = {
  id: 'dead-link',
  severity: 'error',
  scope: 'newsroom',
  title: { en: 'A link to nowhere on the site', es: 'Un enlace que no lleva a ninguna parte del sitio' },
  explanation: {
    en: 'Readers would meet “not found”, and no deploy publishes that. In a draft it is a warning: see unready-link.',
    es: 'Los lectores se toparían con “no se encontró”, y eso no se publica. En un borrador es un aviso: véase unready-link.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const told = view.now && isOnItsWay(resolved.from, view.now) ? deadness(resolved) : undefined;
      return told ? [linkFinding(resolved, told)] : [];
    }),
};

/** What is wrong with a link that leads nowhere; undefined where it leads somewhere. */
export function deadness({ target, link }: ResolvedLink): Pick<FileFinding, 'reason' | 'remedy'> | undefined {
  switch (target.kind) {
    case 'no-address':
      return { reason: 'is no address', remedy: 'correct its % signs' };
    case 'picture':
      return {
        reason: 'links to a picture’s file, which readers get under another address',
        remedy: `show it: ![what the picture shows](${link.address})`,
      };
    case 'no-slash':
      return { reason: 'leads to a page without its last slash', remedy: `write ${target.path}` };
    case 'nothing':
      return {
        reason: 'leads nowhere on this site',
        remedy: target.near ? `did you mean “${target.near}”?` : 'correct the address, or take the link out',
      };
    default:
      return undefined;
  }
}
