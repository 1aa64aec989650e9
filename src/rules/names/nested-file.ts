import { TEXT_COLLECTIONS } from '#src/schemas/collections.ts';
import type { NameRule } from '../rule.ts';
import { collectionOf } from './newsroom-folders.ts';

export const nestedFile: NameRule = {
  id: 'nested-file',
  severity: 'error',
  scope: 'name',
  title: {
    en: 'An author, section, topic or place in a folder of its own',
    es: 'Un autor, sección, tema o lugar en una carpeta propia',
  },
  explanation: {
    en: 'Stories name these by their file’s name; in a folder of its own nothing can name it.',
    es: 'Las notas los nombran por el nombre del archivo; dentro de otra carpeta nadie puede nombrarlos.',
  },
  check: ({ path, kind }) => {
    const collection = collectionOf(path);
    if (kind !== 'file' || !collection || TEXT_COLLECTIONS.has(collection)) return undefined;
    if (!path.slice(collection.length + 1).includes('/')) return undefined;
    return {
      reason: 'stands in a folder of its own, where nothing can name it',
      remedy: `move it up into ${collection}/`,
    };
  },
};
