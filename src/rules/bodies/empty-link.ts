import type { TextRule } from '../rule.ts';

export const emptyLink: TextRule = {
  id: 'empty-link',
  severity: 'error',
  scope: 'text',
  title: { en: 'A link without an address or without words', es: 'Un enlace sin dirección o sin palabras' },
  explanation: {
    en: 'One leads nowhere; the other cannot be seen or heard, and takes the keyboard’s focus.',
    es: 'Uno no lleva a ningún lado; el otro no se ve ni se oye, y se queda con el foco del teclado.',
  },
  check: ({ facts }) =>
    facts.links.flatMap(({ address, text, hasPicture, offset }) => {
      if (!address) return [{ offset, reason: 'is a link without an address', remedy: 'write [words](address)' }];
      if (text || hasPicture) return [];
      return [{ offset, reason: 'is a link without words', remedy: 'write [words](address)' }];
    }),
};
