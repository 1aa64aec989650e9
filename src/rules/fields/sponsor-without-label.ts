import type { FieldRule } from '../rule.ts';

export const sponsorWithoutLabel: FieldRule = {
  id: 'sponsor-without-label',
  severity: 'error',
  scope: 'field',
  title: { en: 'A sponsor who is not named', es: 'Un patrocinador sin nombre' },
  explanation: {
    en: 'A story that is paid for says by whom.',
    es: 'Una nota pagada dice quién la pagó.',
  },
  matches: ({ path }, value) => (value === undefined || value === null) && path[0] === 'sponsor' && path[1] === 'name',
};
