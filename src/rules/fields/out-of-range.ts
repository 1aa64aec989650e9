import type { FieldRule } from '../rule.ts';

export const outOfRange: FieldRule = {
  id: 'out-of-range',
  severity: 'error',
  scope: 'field',
  title: { en: 'A number that is out of range', es: 'Un número fuera de rango' },
  explanation: {
    en: 'A latitude of 200 is nowhere.',
    es: 'Una latitud de 200 no está en ninguna parte.',
  },
  matches: ({ code }) => code === 'too_big' || code === 'too_small',
};
