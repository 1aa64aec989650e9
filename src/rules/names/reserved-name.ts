import { showValue } from '#src/schemas/problem.ts';
import { RESERVED_SLUGS } from '#src/schemas/shared-fields.ts';
import type { NameRule } from '../rule.ts';
import { collectionOf, isPictureFile, stemOf } from './newsroom-folders.ts';

export const reservedName: NameRule = {
  id: 'reserved-name',
  severity: 'error',
  scope: 'name',
  title: {
    en: 'A file with a reserved name (con, index, page …)',
    es: 'Un archivo con un nombre reservado (con, index, page…)',
  },
  explanation: {
    en: 'Windows keeps some names for itself, and the site needs others for its own addresses.',
    es: 'Windows se reserva algunos nombres, y el sitio necesita otros para sus propias direcciones.',
  },
  check: ({ path, kind }) => {
    const stem = stemOf(path);
    if (kind !== 'file' || !collectionOf(path) || isPictureFile(path) || !RESERVED_SLUGS.has(stem.toLowerCase()))
      return undefined;
    return {
      value: showValue(stem),
      reason: 'has a name that cannot be an address',
      remedy: 'this name is reserved by the site; choose another slug',
    };
  },
};
