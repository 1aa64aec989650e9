import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const badDate: FieldRule = {
  id: 'bad-date',
  severity: 'error',
  scope: 'field',
  title: { en: 'A date that is none', es: 'Una fecha que no lo es' },
  explanation: {
    en: '30 February, a word, or the day before the month.',
    es: 'El 30 de febrero, una palabra, o el día antes que el mes.',
  },
  matches: (issue, value) =>
    ruleNamed(issue) === 'bad-date' || (issue.message.startsWith('expected a date') && value !== undefined),
};
