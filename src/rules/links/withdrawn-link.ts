import { hasTombstone } from '#src/newsroom/visibility.ts';
import type { NewsroomRule } from '../rule.ts';
import { linkFinding } from './link-finding.ts';
import { appearance, isOnItsWay, resolvedLinks } from './resolved-links.ts';

export const withdrawnLink: NewsroomRule = {
  id: 'withdrawn-link',
  severity: 'warning',
  scope: 'newsroom',
  title: { en: 'A link to a story that was withdrawn', es: 'Un enlace a una nota que se retiró' },
  explanation: {
    en: 'Readers meet a notice where they were promised a story, which is what this one seems to lean on.',
    es: 'Los lectores encuentran un aviso donde se les prometía una nota, en la que esta parece apoyarse.',
  },
  check: (view) =>
    resolvedLinks(view).flatMap((resolved) => {
      const { from, target } = resolved;
      if (target.kind !== 'article' || !view.now || !isOnItsWay(from, view.now)) return [];
      if (!hasTombstone(target.article, appearance(from, view.now))) return [];
      const remedy = 'take the link out, or say in the text that the story was withdrawn';
      return [linkFinding(resolved, { reason: 'leads to a story that was withdrawn', remedy })];
    }),
};
