import type { NewsroomRule } from '../rule.ts';
import { aliasFaults } from './alias-faults.ts';

export const aliasTwice: NewsroomRule = {
  id: 'alias-twice',
  severity: 'error',
  scope: 'newsroom',
  title: { en: 'An old address that two files claim', es: 'Una dirección antigua que reclaman dos archivos' },
  explanation: {
    en: 'It can lead to one of them alone, and nobody would know to which.',
    es: 'Solo puede llevar a uno de los dos, y nadie sabría a cuál.',
  },
  check: ({ newsroom }) => aliasFaults(newsroom, 'twice'),
};
