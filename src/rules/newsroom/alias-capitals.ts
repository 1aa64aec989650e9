import type { NewsroomRule } from '../rule.ts';
import { aliasFaults } from './alias-faults.ts';

export const aliasCapitals: NewsroomRule = {
  id: 'alias-capitals',
  severity: 'warning',
  scope: 'newsroom',
  title: {
    en: 'Old addresses that differ in capitals alone',
    es: 'Direcciones antiguas que solo difieren en mayúsculas',
  },
  explanation: {
    en: 'Some hosts know no difference and use the first: the other was probably mistyped.',
    es: 'Algunos servidores no ven la diferencia y usan la primera: la otra seguramente es una errata.',
  },
  check: ({ newsroom }) => aliasFaults(newsroom, 'capitals'),
};
