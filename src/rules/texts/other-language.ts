import type { TextRule } from '../rule.ts';
import { languageOf } from './language-of.ts';

export const otherLanguage: TextRule = {
  id: 'other-language',
  severity: 'warning',
  scope: 'text',
  title: { en: 'A text in another language than its folder', es: 'Un texto en otro idioma que el de su carpeta' },
  explanation: {
    en: 'It would appear in the wrong edition, be read out in the wrong voice and be indexed by the wrong rules.',
    es: 'Aparecería en la edición equivocada, se leería con la voz equivocada y se indexaría con las reglas equivocadas.',
  },
  check: ({ locale, title, description, body }) => {
    const language = locale && languageOf(`${title}. ${description} ${body}`);
    if (!language || language === locale) return [];
    return [
      {
        path: ['title'],
        reason: language === 'es' ? 'seems to be in Spanish' : 'seems to be in English',
        remedy: `move the file to the folder ${language}/, or translate the text`,
      },
    ];
  },
};
