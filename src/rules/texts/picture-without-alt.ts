import { showValue } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import type { TextRule } from '../rule.ts';

export const pictureWithoutAlt: TextRule = {
  id: 'picture-without-alt',
  severity: 'error',
  scope: 'text',
  title: {
    en: 'A picture in a body without words for those who cannot see it',
    es: 'Una imagen del texto sin palabras para quien no puede verla',
  },
  explanation: {
    en: 'A screen reader would read out the file’s name (WCAG 2.2, 1.1.1).',
    es: 'Un lector de pantalla leería el nombre del archivo (WCAG 2.2, 1.1.1).',
  },
  check: ({ facts }) =>
    facts.pictures
      .filter(({ alt }) => !alt)
      .map(({ path, offset }) => {
        const good = PICTURE_PATH_PATTERN.test(path) ? path : '/pictures/name.webp';
        return {
          offset,
          value: path ? showValue(path) : undefined,
          reason: 'shows a picture without saying what it shows',
          remedy: `write ![what the picture shows](${good} "caption and credit")`,
        };
      }),
};
