import { showValue } from '#src/schemas/problem.ts';
import type { TextRule } from '../rule.ts';
import { firstShown } from './shown-pictures.ts';

export const pictureOnPage: TextRule = {
  id: 'picture-on-page',
  severity: 'warning',
  scope: 'text',
  title: { en: 'A picture in the text of a standing page', es: 'Una imagen en el texto de una página fija' },
  explanation: {
    en: 'Standing pages are words alone: it would be left out, and nobody would know why.',
    es: 'Las páginas fijas son solo palabras: la imagen se omitiría y nadie sabría por qué.',
  },
  check: ({ collection, facts }) =>
    collection === 'pages'
      ? firstShown(facts)
          .filter(({ path }) => path)
          .map(({ path, offset }) => ({
            offset,
            value: showValue(path),
            reason: 'is a picture, which standing pages do not show',
            remedy: 'take it out, or tell it in a story',
          }))
      : [],
};
