import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, looksLikeContent, nameOf, topOf } from './newsroom-folders.ts';

export const hiddenFile: NameRule = {
  id: 'hidden-file',
  severity: 'warning',
  scope: 'name',
  title: { en: 'A file with a dot before its name', es: 'Un archivo con un punto delante del nombre' },
  explanation: {
    en: 'Hidden files are not read: programs leave them behind. One that looks like a story may be one.',
    es: 'Los archivos ocultos no se leen: los dejan los programas. Uno que parece una nota puede serlo.',
  },
  check: ({ path, kind }) =>
    kind !== 'folder' && nameOf(path).startsWith('.') && looksLikeContent(path) && KNOWN_FOLDERS.includes(topOf(path))
      ? { reason: 'is hidden by the dot before its name, and is not read', remedy: 'remove the dot, or the file' }
      : undefined,
};
