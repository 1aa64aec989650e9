import type { NewsroomRule } from '../rule.ts';
import { linkFinding } from './link-finding.ts';
import { resolvedLinks } from './resolved-links.ts';

export const movedLink: NewsroomRule = {
  id: 'moved-link',
  severity: 'warning',
  scope: 'newsroom',
  title: {
    en: 'A link to an address at which something stood before',
    es: 'Un enlace a una dirección donde algo estuvo antes',
  },
  explanation: {
    en: 'Readers are led on, by way of a detour: an old address is for links that others have made.',
    es: 'Los lectores llegan, pero dando un rodeo: una dirección antigua es para los enlaces que otros han hecho.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const { target } = resolved;
      if (target.kind !== 'moved') return [];
      return [
        linkFinding(resolved, {
          reason: 'leads to an old address',
          remedy: `write ${target.to}`,
        }),
      ];
    }),
};
