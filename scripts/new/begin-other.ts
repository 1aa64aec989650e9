import type { Beginning } from './beginning.ts';
import type { Kind, Order } from './options.ts';
import { TO_BE_WRITTEN } from './to-be-written.ts';

const otherText = { en: TO_BE_WRITTEN.en.other, es: TO_BE_WRITTEN.es.other };

/** The fields with which anything but a story is begun. */
export const BEGIN_OTHER: Readonly<Record<Exclude<Kind, 'article'>, (order: Order, slug: string) => Beginning>> = {
  page: ({ title, locale, now }, slug) => ({
    fields: { title, description: TO_BE_WRITTEN[locale].page, translationKey: slug, updatedDate: now },
    body: TO_BE_WRITTEN[locale].other,
    toFill: [
      'description, and the text below the second ---: a page has no draft and shows with the next build',
      'translationKey: the same in the page’s other language, where there is one',
    ],
  }),
  author: ({ title }) => ({
    fields: { name: title, role: otherText, biography: otherText },
    toFill: [
      'role and biography, in both languages',
      'kind: desk, and a name in each language, where it is no person: { en: "…", es: "…" }',
    ],
  }),
  tag: ({ title, locale }) => ({
    fields: { title: { en: title, es: title } },
    toFill: [`title: its name in ${locale === 'en' ? 'Spanish (es)' : 'English (en)'}`],
  }),
  place: ({ title, locale, at, state }) => ({
    fields: { name: { en: title, es: title }, state, ...at },
    toFill: [
      `name: as it is called in ${locale === 'en' ? 'Spanish (es)' : 'English (en)'}`,
      `state: ${state}`,
      'aliases: other names that readers search for, if it has any',
    ],
  }),
};
