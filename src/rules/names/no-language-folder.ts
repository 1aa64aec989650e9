import { TEXT_COLLECTIONS } from '#src/schemas/collections.ts';
import { isLocale } from '#src/schemas/locale.ts';
import type { NameRule } from '../rule.ts';
import { collectionOf, isPictureFile } from './newsroom-folders.ts';

export const noLanguageFolder: NameRule = {
  id: 'no-language-folder',
  severity: 'error',
  scope: 'name',
  title: { en: 'A story or page in no language’s folder', es: 'Una nota o página fuera de la carpeta de un idioma' },
  explanation: {
    en: 'The folder says in which edition a text appears.',
    es: 'La carpeta dice en qué edición aparece un texto.',
  },
  check: ({ path, kind }) => {
    const collection = collectionOf(path);
    if (kind !== 'file' || !collection || !TEXT_COLLECTIONS.has(collection) || isPictureFile(path)) return undefined;
    const [, folder = '', name] = path.split('/');
    if (name !== undefined && isLocale(folder)) return undefined;
    return {
      reason: 'stands in no language’s folder',
      remedy: `move it to ${collection}/en/ or ${collection}/es/`,
    };
  },
};
