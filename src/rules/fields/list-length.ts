import type { FieldRule } from '../rule.ts';

export const listLength: FieldRule = {
  id: 'list-length',
  severity: 'error',
  scope: 'field',
  title: { en: 'A list with too few or too many items', es: 'Una lista con muy pocos o demasiados elementos' },
  explanation: {
    en: 'Every story has an author and a section; in more than three sections it is at home in none.',
    es: 'Toda nota tiene autor y sección; en más de tres secciones no es de ninguna.',
  },
  matches: ({ code, ...issue }) =>
    (code === 'too_big' || code === 'too_small') && 'origin' in issue && issue.origin === 'array',
};
