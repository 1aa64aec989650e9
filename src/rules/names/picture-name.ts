import { showValue } from '#src/schemas/problem.ts';
import type { NameRule } from '../rule.ts';
import { isPictureFile, nameOf } from './newsroom-folders.ts';

export const pictureName: NameRule = {
  id: 'picture-name',
  severity: 'warning',
  scope: 'name',
  title: {
    en: 'A file among the pictures that no story can show',
    es: 'Un archivo entre las imágenes que ninguna nota puede mostrar',
  },
  explanation: {
    en: 'Pictures are jpg, png, webp or avif, under names that can be written in a story.',
    es: 'Las imágenes son jpg, png, webp o avif, con nombres que se puedan escribir en una nota.',
  },
  check: ({ path, kind }) =>
    kind === 'file' && path.startsWith('pictures/') && !isPictureFile(path)
      ? {
          value: showValue(nameOf(path)),
          reason: 'cannot be shown by any story under this name',
          remedy: 'save it as jpg, png, webp or avif under a name of letters a–z, digits and hyphens',
        }
      : undefined,
};
