import type { FieldRule } from '../rule.ts';

export const badEmail: FieldRule = {
  id: 'bad-email',
  severity: 'error',
  scope: 'field',
  title: { en: 'An e-mail address that is none', es: 'Un correo electrónico que no lo es' },
  explanation: {
    en: 'Readers who write to it would get it back.',
    es: 'A los lectores que escriban les devolverían el mensaje.',
  },
  matches: (issue) => issue.code === 'invalid_format' && issue.format === 'email',
};
