import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, looksLikeContent, topOf } from './newsroom-folders.ts';

export const folderNamedAsFile: NameRule = {
  id: 'folder-named-as-file',
  severity: 'error',
  scope: 'name',
  title: { en: 'A folder with the name of a file', es: 'Una carpeta con nombre de archivo' },
  explanation: {
    en: 'Somebody meant a story, and made a folder: nothing is published under its name.',
    es: 'Alguien quiso crear una nota y creó una carpeta: con ese nombre no se publica nada.',
  },
  check: ({ path, kind }) =>
    kind === 'folder' && looksLikeContent(path) && KNOWN_FOLDERS.includes(topOf(path))
      ? { reason: 'is a folder with the name of a file', remedy: 'move what is in it, and remove the folder' }
      : undefined,
};
