import type { DependenceRule } from '../rule.ts';

export const dependsOnBroken: DependenceRule = {
  id: 'depends-on-broken',
  severity: 'error',
  scope: 'dependence',
  title: {
    en: 'With --quarantine: a story that needs a broken file',
    es: 'Con --quarantine: una nota que necesita un archivo con errores',
  },
  explanation: {
    en: 'A story whose author or section cannot be read has no byline or no place, and is held back with them.',
    es: 'Una nota cuyo autor o sección no se puede leer no tiene firma o lugar, y se retiene con ellos.',
  },
  tell: (broken) => ({ reason: `needs ${broken}, which has mistakes`, remedy: 'mend that file first' }),
};
