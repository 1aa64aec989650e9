import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const severalLines: FieldRule = {
  id: 'several-lines',
  severity: 'error',
  scope: 'field',
  title: { en: 'A text of one line on several', es: 'Un texto de una línea en varias' },
  explanation: {
    en: 'Headlines and captions stand in places that have one line.',
    es: 'Los títulos y pies de foto van en lugares de una sola línea.',
  },
  matches: (issue) => ruleNamed(issue) === 'several-lines',
};
