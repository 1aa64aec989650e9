import type { FieldRule } from '../rule.ts';

export const wrongKind: FieldRule = {
  id: 'wrong-kind',
  severity: 'error',
  scope: 'field',
  title: { en: 'A value of another kind than the field holds', es: 'Un valor de otro tipo que el del campo' },
  explanation: {
    en: 'A number where text is expected, one word where a list is.',
    es: 'Un número donde se espera texto, una palabra donde se espera una lista.',
  },
  matches: () => true,
};
