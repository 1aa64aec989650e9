import type { ShapeRule } from '../rule.ts';

export const noFields: ShapeRule = {
  id: 'no-fields',
  severity: 'error',
  scope: 'shape',
  fault: 'fields',
  title: { en: 'Front matter that holds no fields', es: 'Una cabecera sin campos' },
  explanation: {
    en: 'A list or a bare word stands where fields are expected.',
    es: 'Hay una lista o una palabra suelta donde se esperan campos.',
  },
  tell: () => ({
    reason: 'holds no fields',
    remedy: 'write fields as “name: value”, one a line',
  }),
};
