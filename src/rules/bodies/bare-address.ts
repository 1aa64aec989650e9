import { showValue } from '#src/schemas/problem.ts';
import type { TextRule } from '../rule.ts';

/** What a reader hears letter by letter. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

export const bareAddress: TextRule = {
  id: 'bare-address',
  severity: 'warning',
  scope: 'text',
  title: { en: 'A link whose words are its address', es: 'Un enlace cuyo texto es su dirección' },
  explanation: {
    en: 'Nobody can tell where it leads without reading it out, and it may not fit on a phone’s line (WCAG 2.2, 2.4.4).',
    es: 'Nadie sabe a dónde lleva sin deletrearlo, y puede no caber en un teléfono (WCAG 2.2, 2.4.4).',
  },
  check: ({ facts }) =>
    facts.links
      .filter(({ text }) => ADDRESS.test(text))
      .map(({ text, offset }) => ({
        offset,
        value: showValue(text),
        reason: 'is an address where a reader expects words',
        remedy: 'write [what is there](address)',
      })),
};
