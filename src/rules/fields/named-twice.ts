import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const namedTwice: FieldRule = {
  id: 'named-twice',
  severity: 'error',
  scope: 'field',
  title: { en: 'A list that names something twice', es: 'Una lista que nombra algo dos veces' },
  explanation: {
    en: 'The story would be counted twice.',
    es: 'La nota se contaría dos veces.',
  },
  matches: (issue) => ruleNamed(issue) === 'named-twice',
};
