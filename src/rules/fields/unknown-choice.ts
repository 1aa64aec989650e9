import type { FieldRule } from '../rule.ts';

export const unknownChoice: FieldRule = {
  id: 'unknown-choice',
  severity: 'error',
  scope: 'field',
  title: { en: 'A value that is none of those there are', es: 'Un valor que no es ninguno de los que hay' },
  explanation: {
    en: 'Kinds and places of a story are few, and each has its own look.',
    es: 'Las clases y lugares de una nota son pocos, y cada uno tiene su aspecto.',
  },
  matches: ({ code }) => code === 'invalid_value',
};
