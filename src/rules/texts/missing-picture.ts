import { showValue } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import type { TextRule } from '../rule.ts';
import { firstShown } from './shown-pictures.ts';

const REMEDY = 'check the spelling, or add the picture to the newsroom’s pictures folder';

export const missingPicture: TextRule = {
  id: 'missing-picture',
  severity: 'error',
  scope: 'text',
  title: { en: 'A picture that is not there', es: 'Una imagen que no está' },
  explanation: {
    en: 'Readers would see an empty frame.',
    es: 'Los lectores verían un marco vacío.',
  },
  check: ({ picture, facts, hasPicture }) => {
    const lead =
      picture && !hasPicture(picture.src)
        ? [
            {
              path: ['picture', 'src'],
              value: showValue(picture.src),
              reason: 'names a picture that does not exist',
              remedy: REMEDY,
            },
          ]
        : [];
    const shown = firstShown(facts)
      .filter(({ path }) => PICTURE_PATH_PATTERN.test(path) && !hasPicture(path))
      .map(({ path, pathOffset }) => ({
        offset: pathOffset,
        value: showValue(path),
        reason: 'shows a picture that does not exist',
        remedy: REMEDY,
      }));
    return [...lead, ...shown];
  },
};
