import type { Locale } from '#src/schemas/locale.ts';
import type { ContentFields } from '#src/writing/content-file.ts';
import type { Kind, DraftRequest } from './options.ts';

/** The first content of a new file. */
export interface Draft {
  fields: ContentFields;
  body?: string;
  /** What its writer still has to do, a line each. */
  toDo: readonly string[];
}

/** The text of a required field until someone writes it. */
export const PLACEHOLDERS: Readonly<Record<Locale, Readonly<Record<'article' | 'page' | 'other', string>>>> = {
  en: {
    article: 'To be written: what the story tells, in a sentence or two.',
    page: 'To be written: what the page is about, in a sentence or two.',
    other: 'To be written.',
  },
  es: {
    article: 'Por escribir: de qué trata la nota, en una o dos frases.',
    page: 'Por escribir: de qué trata la página, en una o dos frases.',
    other: 'Por escribir.',
  },
};

const otherText = { en: PLACEHOLDERS.en.other, es: PLACEHOLDERS.es.other };
const otherLanguage = (locale: Locale) => (locale === 'en' ? 'Spanish (es)' : 'English (en)');

/** The drafts of everything but articles. */
export const OTHER_DRAFTS: Readonly<Record<Exclude<Kind, 'article'>, (request: DraftRequest, slug: string) => Draft>> =
  {
    page: ({ title, locale, now }, slug) => ({
      fields: { title, description: PLACEHOLDERS[locale].page, translationKey: slug, updatedDate: now },
      body: PLACEHOLDERS[locale].other,
      toDo: [
        'description, and the text below the second ---: a page cannot be a draft, and is in the next build',
        'translationKey: the same in the page’s translation, if there is one',
      ],
    }),
    author: ({ title }) => ({
      fields: { name: title, role: otherText, biography: otherText },
      toDo: [
        'role and biography, in both languages',
        'kind: desk, and a name in each language, if this is not a person: { en: "…", es: "…" }',
      ],
    }),
    tag: ({ title, locale }) => ({
      fields: { title: { en: title, es: title } },
      toDo: [`title: its name in ${otherLanguage(locale)}`],
    }),
    place: ({ title, locale, at, state }) => ({
      fields: { name: { en: title, es: title }, state, ...at },
      toDo: [
        `name: its name in ${otherLanguage(locale)}`,
        `state: ${state}`,
        'aliases: other names that readers search for, if it has any',
      ],
    }),
  };
