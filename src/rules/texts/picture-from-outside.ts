import { showValue } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import type { TextRule } from '../rule.ts';
import { firstShown, OWN_PICTURE } from './shown-pictures.ts';

export const pictureFromOutside: TextRule = {
  id: 'picture-from-outside',
  severity: 'error',
  scope: 'text',
  title: { en: 'A picture from outside the newsroom', es: 'Una imagen de fuera de la redacción' },
  explanation: {
    en: 'It would tell its owner who reads what, and may be another picture tomorrow.',
    es: 'Le diría a su dueño quién lee qué, y mañana puede ser otra imagen.',
  },
  check: ({ facts }) =>
    firstShown(facts)
      .filter(({ path }) => path && !PICTURE_PATH_PATTERN.test(path) && !OWN_PICTURE.test(path))
      .map(({ path, pathOffset }) => ({
        offset: pathOffset,
        value: showValue(path),
        reason: 'shows a picture from outside the newsroom',
        remedy: 'save it as /pictures/name.webp or beside the story and use that path',
      })),
};
