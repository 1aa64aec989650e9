import { isLocale } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import { takenSegments } from '#src/urls.ts';
import type { NewsroomRule } from '../rule.ts';

export const takenAddress: NewsroomRule = {
  id: 'taken-address',
  severity: 'error',
  scope: 'newsroom',
  title: {
    en: 'A page at an address that the site’s lists need',
    es: 'Una página en una dirección que necesitan las listas del sitio',
  },
  explanation: {
    en: 'Two pages cannot stand at one address.',
    es: 'Dos páginas no caben en una misma dirección.',
  },
  check: ({ newsroom }) =>
    newsroom.pages
      .filter(({ locale, slug }) => takenSegments(locale).includes(slug) || isLocale(slug))
      .map(({ file, slug }) => ({
        file,
        path: ['slug'],
        value: showValue(slug),
        reason: 'is an address the site needs for its lists',
        remedy: 'give the page another slug',
      })),
};
