import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const badAlias: FieldRule = {
  id: 'bad-alias',
  severity: 'error',
  scope: 'field',
  title: { en: 'An old address that is none', es: 'Una dirección antigua que no lo es' },
  explanation: {
    en: 'Old addresses are paths on this site, and nothing else may be led away from.',
    es: 'Las direcciones antiguas son rutas de este sitio; nada más se puede redirigir.',
  },
  matches: (issue) => ruleNamed(issue) === 'bad-alias',
};
