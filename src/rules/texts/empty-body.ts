import type { TextRule } from '../rule.ts';

export const emptyBody: TextRule = {
  id: 'empty-body',
  severity: 'warning',
  scope: 'text',
  title: { en: 'A story or page without a text', es: 'Una nota o página sin texto' },
  explanation: {
    en: 'A headline that leads to an empty page; a file saved half-way looks the same.',
    es: 'Un título que lleva a una página vacía; un archivo guardado a medias se ve igual.',
  },
  // Nobody reads a draft or a withdrawn story.
  check: ({ locale, body, article }) =>
    locale && !article?.draft && !article?.withdrawn && body.trim() === ''
      ? [{ offset: 0, reason: 'has no text', remedy: 'write it below the front matter' }]
      : [],
};
