import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, looksLikeContent } from './newsroom-folders.ts';

export const outsideFolders: NameRule = {
  id: 'outside-folders',
  severity: 'warning',
  scope: 'name',
  title: { en: 'A file outside the folders that are read', es: 'Un archivo fuera de las carpetas que se leen' },
  explanation: {
    en: 'A story at the top of the newsroom is in nobody’s edition. A README may stand there.',
    es: 'Una nota en la raíz de la redacción no está en ninguna edición. Un README sí puede estar ahí.',
  },
  check: ({ path, kind }) =>
    (kind === 'file' || kind === 'link') && !path.includes('/') && looksLikeContent(path) && !/^readme\b/i.test(path)
      ? {
          reason: 'stands outside the folders that are read',
          remedy: `move it into one of ${KNOWN_FOLDERS.join(', ')}`,
        }
      : undefined,
};
