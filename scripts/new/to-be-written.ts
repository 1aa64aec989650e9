import type { Locale } from '#src/schemas/locale.ts';

/** What stands in a required field until somebody has written it. */
export const TO_BE_WRITTEN: Readonly<Record<Locale, Readonly<Record<'story' | 'page' | 'other', string>>>> = {
  en: {
    story: 'To be written: what the story tells, in a sentence or two.',
    page: 'To be written: what the page is about, in a sentence or two.',
    other: 'To be written.',
  },
  es: {
    story: 'Por escribir: de qué trata la nota, en una o dos frases.',
    page: 'Por escribir: de qué trata la página, en una o dos frases.',
    other: 'Por escribir.',
  },
};
