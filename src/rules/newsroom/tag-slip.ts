import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomRule } from '../rule.ts';
import { tagSlips } from './tag-slips.ts';

export const tagSlip: NewsroomRule = {
  id: 'tag-slip',
  severity: 'warning',
  scope: 'newsroom',
  title: { en: 'A tag that looks like a slip of another', es: 'Un tema que parece una errata de otro' },
  explanation: {
    en: 'A misspelt tag makes a topic of its own, with one story that nobody finds in the right one.',
    es: 'Una etiqueta mal escrita crea un tema propio, con una nota que nadie encuentra en el tema correcto.',
  },
  check: ({ newsroom }) =>
    tagSlips(newsroom).map(({ tag, meant, article }) => ({
      file: article.file,
      path: ['tags', article.tags.indexOf(tag)],
      value: showValue(tag),
      reason: 'looks like another tag',
      remedy: `did you mean “${meant}”? If it is a new topic, add tags/${tag}.yaml`,
    })),
};
