import { suggest } from '#src/schemas/explain.ts';
import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, looksLikeContent } from './newsroom-folders.ts';

export const unknownFolder: NameRule = {
  id: 'unknown-folder',
  severity: 'warning',
  scope: 'name',
  title: { en: 'A folder the site does not read', es: 'Una carpeta que el sitio no lee' },
  explanation: {
    en: 'A misspelt folder takes all its stories off the site without a word.',
    es: 'Una carpeta mal escrita saca del sitio todas sus notas sin avisar.',
  },
  check: ({ path, kind }) => {
    const isFolder = kind === 'folder' || (kind === 'link' && !looksLikeContent(path));
    if (!isFolder || path.includes('/') || KNOWN_FOLDERS.includes(path)) return undefined;
    const meant = suggest(path, KNOWN_FOLDERS);
    return {
      reason: 'is not a folder of a newsroom, and nothing in it is read',
      remedy: meant ? `did you mean “${meant}”?` : `the folders are ${KNOWN_FOLDERS.join(', ')}`,
    };
  },
};
