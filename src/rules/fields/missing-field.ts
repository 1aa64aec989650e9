import type { FieldRule } from '../rule.ts';

export const missingField: FieldRule = {
  id: 'missing-field',
  severity: 'error',
  scope: 'field',
  title: { en: 'A required field that is missing', es: 'Un campo obligatorio que falta' },
  explanation: {
    en: 'The page, the feeds or the lists have nothing to show in its place.',
    es: 'La página, los canales o las listas no tienen qué mostrar en su lugar.',
  },
  matches: (_, value) => value === undefined,
};
