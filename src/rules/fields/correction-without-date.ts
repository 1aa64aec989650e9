import type { FieldRule } from '../rule.ts';

export const correctionWithoutDate: FieldRule = {
  id: 'correction-without-date',
  severity: 'error',
  scope: 'field',
  title: { en: 'A correction without a date', es: 'Una corrección sin fecha' },
  explanation: {
    en: 'Readers must be able to see when the paper put itself right.',
    es: 'Los lectores deben poder ver cuándo se corrigió el periódico.',
  },
  matches: ({ path }, value) =>
    (value === undefined || value === null) && path[0] === 'corrections' && path[2] === 'date',
};
