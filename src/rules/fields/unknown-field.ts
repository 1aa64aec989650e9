import type { FieldRule } from '../rule.ts';

export const unknownField: FieldRule = {
  id: 'unknown-field',
  severity: 'error',
  scope: 'field',
  title: { en: 'A field that does not exist', es: 'Un campo que no existe' },
  explanation: {
    en: 'A misspelt field would be passed over, and with it what it says.',
    es: 'Un campo mal escrito se pasaría por alto, y con él lo que dice.',
  },
  matches: (issue) => issue.code === 'unrecognized_keys',
};
