import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const reservedSlug: FieldRule = {
  id: 'reserved-slug',
  severity: 'error',
  scope: 'field',
  title: { en: 'A slug that is reserved', es: 'Un slug reservado' },
  explanation: {
    en: 'Windows keeps some names for itself, and the site needs others for its own addresses.',
    es: 'Windows se reserva algunos nombres, y el sitio necesita otros para sus direcciones.',
  },
  matches: (issue) => ruleNamed(issue) === 'reserved-slug',
};
