import type { FieldRule } from '../rule.ts';

export const emptyField: FieldRule = {
  id: 'empty-field',
  severity: 'error',
  scope: 'field',
  title: { en: 'A field with nothing in it', es: 'Un campo vacío' },
  explanation: {
    en: 'A field that is there says something, or it should not be there.',
    es: 'Un campo que está dice algo; si no, no debería estar.',
  },
  matches: ({ code, ...issue }, value) =>
    value === null || (code === 'too_small' && 'origin' in issue && issue.origin === 'string'),
};
