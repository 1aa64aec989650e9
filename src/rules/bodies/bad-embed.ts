import type { TextRule } from '../rule.ts';

export const badEmbed: TextRule = {
  id: 'bad-embed',
  severity: 'error',
  scope: 'text',
  title: {
    en: 'A video, map, post or document that cannot be read',
    es: 'Un video, mapa, publicación o documento que no se puede leer',
  },
  explanation: {
    en: 'Readers would see what was typed: ::video{…}. What may be embedded, and from where, is a list.',
    es: 'Los lectores verían lo que se tecleó: ::video{…}. Qué se puede incrustar, y de dónde, es una lista.',
  },
  check: ({ facts }) => facts.embedFaults,
};
