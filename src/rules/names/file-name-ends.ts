import { showValue } from '#src/schemas/problem.ts';
import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, nameOf, stemOf, topOf } from './newsroom-folders.ts';

export const fileNameEnds: NameRule = {
  id: 'file-name-ends',
  severity: 'error',
  scope: 'name',
  title: {
    en: 'A name that begins or ends with a space, or ends with a dot',
    es: 'Un nombre que empieza o termina con un espacio, o termina con un punto',
  },
  explanation: {
    en: 'Windows drops such spaces and dots, and nobody sees them.',
    es: 'Windows quita esos espacios y puntos, y nadie los ve.',
  },
  check: ({ path, kind }) => {
    const name = nameOf(path);
    const isBad = /^\s|[\s.]$/.test(name) || (kind !== 'folder' && /[\s.]$/.test(stemOf(path)));
    if (!isBad || !KNOWN_FOLDERS.includes(topOf(path))) return undefined;
    return {
      value: showValue(name),
      reason: 'has a name with a space or a dot at its end',
      remedy: 'rename it without',
    };
  },
};
