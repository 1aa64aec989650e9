import { showValue } from '#src/schemas/problem.ts';
import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, nameOf, topOf } from './newsroom-folders.ts';

/** What Windows cannot write (learn.microsoft.com, “Naming Files, Paths, and Namespaces”), and control characters. */
const SIGNS = /[:<>"|?*\\\u0000-\u001f]/;

export const fileNameSigns: NameRule = {
  id: 'file-name-signs',
  severity: 'error',
  scope: 'name',
  title: {
    en: 'A name with a colon or another sign that no Windows can write',
    es: 'Un nombre con dos puntos u otro signo que Windows no puede escribir',
  },
  explanation: {
    en: 'Such a file cannot be checked out on every machine, and some programs leave it out without a word.',
    es: 'Un archivo así no se puede copiar en cualquier máquina, y algunos programas lo omiten sin avisar.',
  },
  check: ({ path }) => {
    const sign = SIGNS.exec(nameOf(path))?.[0];
    if (sign === undefined || !KNOWN_FOLDERS.includes(topOf(path))) return undefined;
    return {
      value: showValue(nameOf(path)),
      reason: `has a name with ${JSON.stringify(sign)} in it, which not every machine can write`,
      remedy: 'rename it with letters a–z, digits and hyphens',
    };
  },
};
