import type { NameRule } from '../rule.ts';
import { collectionOf, extensionOf, isPictureFile } from './newsroom-folders.ts';

export const wrongExtension: NameRule = {
  id: 'wrong-extension',
  severity: 'error',
  scope: 'name',
  title: { en: 'A file of a kind that its folder does not hold', es: 'Un archivo de un tipo que su carpeta no admite' },
  explanation: {
    en: 'Stories and pages are .md files, everything else is .yaml; another file would be left out.',
    es: 'Las notas y páginas son archivos .md y lo demás es .yaml; otro archivo quedaría fuera.',
  },
  check: ({ path, kind }) => {
    const collection = collectionOf(path);
    if (kind !== 'file' || !collection || isPictureFile(path)) return undefined;
    const extension = extensionOf(collection);
    if (path.endsWith(extension)) return undefined;
    return { reason: `is not a ${extension} file`, remedy: `rename it, or move it out of ${collection}/` };
  },
};
