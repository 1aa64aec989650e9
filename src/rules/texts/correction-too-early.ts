import { showValue } from '#src/schemas/problem.ts';
import type { TextRule } from '../rule.ts';

const DAY_MS = 86_400_000;

export const correctionTooEarly: TextRule = {
  id: 'correction-too-early',
  severity: 'warning',
  scope: 'text',
  title: { en: 'A correction dated before the story', es: 'Una corrección con fecha anterior a la nota' },
  explanation: {
    en: 'Nothing is corrected before it is published: one of the two dates is a slip.',
    es: 'Nada se corrige antes de publicarse: una de las dos fechas es un descuido.',
  },
  check: ({ article }) =>
    // A bare date is its midnight: a correction of the same day is none too early.
    (article?.corrections ?? []).flatMap(({ date }, index) =>
      article && date.getTime() + DAY_MS <= article.pubDate.getTime()
        ? [
            {
              path: ['corrections', index, 'date'],
              value: showValue(date),
              reason: 'is before the story was published',
              remedy: 'correct this date or pubDate',
            },
          ]
        : [],
    ),
};
