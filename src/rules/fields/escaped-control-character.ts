import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const escapedControlCharacter: FieldRule = {
  id: 'escaped-control-character',
  severity: 'error',
  scope: 'field',
  title: {
    en: 'A control character, written as an escape',
    es: 'Un carácter de control, escrito como secuencia de escape',
  },
  explanation: {
    en: 'It is illegal in XML: every feed that holds it is broken.',
    es: 'Es ilegal en XML: rompe todos los canales en los que aparece.',
  },
  matches: (issue) => ruleNamed(issue) === 'escaped-control-character',
};
