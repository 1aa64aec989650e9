import { isoInstant } from '#src/i18n/format.ts';
import type { NewsroomRule } from '../rule.ts';
import { linkFinding } from './link-finding.ts';
import { isOnItsWay, resolvedLinks } from './resolved-links.ts';

export const expiringLink: NewsroomRule = {
  id: 'expiring-link',
  severity: 'warning',
  scope: 'newsroom',
  title: { en: 'A link to a story that will expire first', es: 'Un enlace a una nota que caducará antes' },
  explanation: {
    en: 'From then on the link is dead, and no build succeeds until it is taken out: at night, if need be.',
    es: 'Desde ese momento el enlace está muerto y ninguna construcción sale bien hasta quitarlo: de noche, si hace falta.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const { from, target } = resolved;
      if (target.kind !== 'article' || !view.now || !isOnItsWay(from, view.now)) return [];
      const { expiryDate, draft, withdrawn } = target.article;
      if (!expiryDate || draft || withdrawn || expiryDate <= view.now) return [];
      const ends = 'pubDate' in from ? from.expiryDate : undefined;
      const begins = 'pubDate' in from ? from.pubDate : view.now;
      if ((ends && ends <= expiryDate) || begins >= expiryDate) return [];
      return [
        linkFinding(resolved, {
          reason: `leads to a story that expires at ${isoInstant(expiryDate)}`,
          remedy: 'take the link out before then',
        }),
      ];
    }),
};
