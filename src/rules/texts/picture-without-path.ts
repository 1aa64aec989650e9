import type { TextRule } from '../rule.ts';
import { firstShown } from './shown-pictures.ts';

export const pictureWithoutPath: TextRule = {
  id: 'picture-without-path',
  severity: 'error',
  scope: 'text',
  title: { en: 'A picture of which nobody says where it is', es: 'Una imagen de la que nadie dice dónde está' },
  explanation: { en: 'There is nothing to show.', es: 'No hay nada que mostrar.' },
  check: ({ facts }) =>
    firstShown(facts)
      .filter(({ path }) => !path)
      .map(({ pathOffset }) => ({
        offset: pathOffset,
        reason: 'shows a picture without saying which',
        remedy: 'write its path, such as /pictures/name.webp',
      })),
};
