import type { FieldRule } from '../rule.ts';

export const tooLong: FieldRule = {
  id: 'too-long',
  severity: 'error',
  scope: 'field',
  title: { en: 'A text that is too long', es: 'Un texto demasiado largo' },
  explanation: {
    en: 'It would be cut off on cards, in search results and on other sites.',
    es: 'Se cortaría en las tarjetas, en los resultados de búsqueda y en otros sitios.',
  },
  matches: ({ code, ...issue }) => code === 'too_big' && 'origin' in issue && issue.origin === 'string',
};
