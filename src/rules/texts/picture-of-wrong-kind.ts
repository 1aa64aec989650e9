import { showValue } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import type { TextRule } from '../rule.ts';
import { firstShown, OWN_PICTURE } from './shown-pictures.ts';

export const pictureOfWrongKind: TextRule = {
  id: 'picture-of-wrong-kind',
  severity: 'error',
  scope: 'text',
  title: {
    en: 'A picture of a kind or name that cannot be shown',
    es: 'Una imagen de un tipo o con un nombre que no se puede mostrar',
  },
  explanation: {
    en: 'The site makes its sizes from jpg, png, webp and avif; an svg can hold a program.',
    es: 'El sitio hace sus tamaños a partir de jpg, png, webp y avif; un svg puede llevar un programa.',
  },
  check: ({ facts }) =>
    firstShown(facts)
      .filter(({ path }) => path && !PICTURE_PATH_PATTERN.test(path) && OWN_PICTURE.test(path))
      .map(({ path, pathOffset }) => ({
        offset: pathOffset,
        value: showValue(path),
        reason: 'shows a picture of a kind or name that the site cannot show',
        remedy: 'save it as jpg, png, webp or avif under a name of letters a–z, digits and hyphens',
      })),
};
