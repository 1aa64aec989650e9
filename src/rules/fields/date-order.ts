import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const dateOrder: FieldRule = {
  id: 'date-order',
  severity: 'error',
  scope: 'field',
  title: { en: 'Dates in an order that cannot be', es: 'Fechas en un orden imposible' },
  explanation: {
    en: 'Nothing is updated or expires before it is published.',
    es: 'Nada se actualiza ni caduca antes de publicarse.',
  },
  matches: (issue) => ruleNamed(issue) === 'date-order',
};
