import type { TextRule } from '../rule.ts';
import { plainWords, repeatedAlts } from './alt-texts.ts';

export const altRepeatsFileName: TextRule = {
  id: 'alt-repeats-file-name',
  severity: 'warning',
  scope: 'text',
  title: {
    en: 'An alt text that repeats the file’s name',
    es: 'Un texto alternativo que repite el nombre del archivo',
  },
  explanation: {
    en: '“IMG 2034” tells nobody what the picture shows.',
    es: '“IMG 2034” no le dice a nadie qué muestra la imagen.',
  },
  check: (text) =>
    repeatedAlts(
      text,
      (alt, src) => {
        const name = src.slice(src.lastIndexOf('/') + 1);
        const words = plainWords(alt);
        return words !== '' && (words === plainWords(name) || words === plainWords(name.replace(/\.\w+$/, '')));
      },
      { reason: 'repeats the name of the picture’s file', remedy: 'write what the picture shows' },
    ),
};
