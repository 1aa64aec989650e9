import { showValue } from '#src/schemas/problem.ts';
import { slugField } from '#src/schemas/shared-fields.ts';
import type { NameRule } from '../rule.ts';
import { collectionOf, isPictureFile, stemOf } from './newsroom-folders.ts';

export const fileName: NameRule = {
  id: 'file-name',
  severity: 'error',
  scope: 'name',
  title: { en: 'A file whose name cannot be an address', es: 'Un archivo cuyo nombre no puede ser una dirección' },
  explanation: {
    en: 'The file’s name is the last part of the address: letters a–z in lower case, digits and single hyphens.',
    es: 'El nombre del archivo es la última parte de la dirección: letras a–z minúsculas, cifras y guiones sencillos.',
  },
  check: ({ path, kind }) => {
    if (kind !== 'file' || !collectionOf(path) || isPictureFile(path)) return undefined;
    const slug = slugField.safeParse(stemOf(path));
    if (slug.success) return undefined;
    const remedy = slug.error.issues[0]?.message ?? 'choose another name';
    return { value: showValue(stemOf(path)), reason: 'has a name that cannot be an address', remedy };
  },
};
