import type { FileRule } from '../rule.ts';
import { placesOf } from './character-places.ts';

/** Zero-width space, word joiner, byte order mark within a text, soft hyphen. The joiner of emoji is none of them. */
const INVISIBLE = /[\u200b\u2060\u00ad]|(?<=[^])\ufeff/;

export const invisibleCharacter: FileRule = {
  id: 'invisible-character',
  severity: 'warning',
  scope: 'file',
  title: { en: 'A character that nobody sees', es: 'Un carácter que nadie ve' },
  explanation: {
    en: 'Word processors and websites leave them in what is pasted. A word that holds one is not found by search.',
    es: 'Los procesadores de texto y los sitios web los dejan en lo que se pega. El buscador no encuentra una palabra que lo contenga.',
  },
  check: ({ text }) =>
    placesOf(text, INVISIBLE).map((place) => ({
      ...place,
      reason: 'holds a character that nobody sees',
      remedy: 'delete it, and retype the word',
    })),
};
