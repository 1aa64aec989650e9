import type { NewsroomRule } from '../rule.ts';
import { aliasFaults } from './alias-faults.ts';

export const aliasTaken: NewsroomRule = {
  id: 'alias-taken',
  severity: 'error',
  scope: 'newsroom',
  title: { en: 'An old address at which something stands', es: 'Una dirección antigua donde hay algo' },
  explanation: {
    en: 'Readers would be led away from what is there, or never be led on.',
    es: 'Los lectores serían desviados de lo que hay ahí, o nunca serían llevados.',
  },
  check: ({ newsroom }) => aliasFaults(newsroom, 'taken'),
};
