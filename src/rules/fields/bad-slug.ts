import type { FieldRule } from '../rule.ts';

export const badSlug: FieldRule = {
  id: 'bad-slug',
  severity: 'error',
  scope: 'field',
  title: { en: 'A slug that cannot be an address', es: 'Un slug que no puede ser una dirección' },
  explanation: {
    en: 'Slugs are parts of addresses and names of files: a–z, digits, single hyphens.',
    es: 'Los slugs forman direcciones y nombres de archivo: a–z, cifras y guiones sencillos.',
  },
  matches: (issue) => issue.message.startsWith('a slug ') || issue.message.startsWith('expected a slug'),
};
