import type { FieldRule } from '../rule.ts';
import { ruleNamed } from './rule-named.ts';

export const badWebAddress: FieldRule = {
  id: 'bad-web-address',
  severity: 'error',
  scope: 'field',
  title: { en: 'A web address that is none', es: 'Una dirección web que no lo es' },
  explanation: {
    en: 'Only whole addresses of http and https may leave the site.',
    es: 'Solo direcciones completas de http y https pueden salir del sitio.',
  },
  matches: (issue) => ruleNamed(issue) === 'bad-web-address',
};
