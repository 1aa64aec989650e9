import type { TextRule } from '../rule.ts';
import { plainWords, repeatedAlts } from './alt-texts.ts';

export const altRepeatsHeadline: TextRule = {
  id: 'alt-repeats-headline',
  severity: 'warning',
  scope: 'text',
  title: { en: 'An alt text that repeats the headline', es: 'Un texto alternativo que repite el título' },
  explanation: {
    en: 'Who cannot see the picture hears the headline twice, and nothing of the picture.',
    es: 'Quien no ve la imagen oye dos veces el título, y nada de la imagen.',
  },
  check: (text) => {
    const headline = plainWords(text.title);
    if (!headline) return [];
    return repeatedAlts(text, (alt) => plainWords(alt) === headline, {
      reason: 'repeats the headline',
      remedy: 'write what the picture shows',
    });
  },
};
