import type { NewsroomRule } from '../rule.ts';
import { aliasFaults } from './alias-faults.ts';

export const aliasCircle: NewsroomRule = {
  id: 'alias-circle',
  severity: 'error',
  scope: 'newsroom',
  title: { en: 'Old addresses that lead in a circle', es: 'Direcciones antiguas que llevan en círculo' },
  explanation: {
    en: 'A browser gives up after twenty steps and shows an error.',
    es: 'El navegador se rinde tras veinte pasos y muestra un error.',
  },
  check: ({ newsroom }) => aliasFaults(newsroom, 'circle'),
};
