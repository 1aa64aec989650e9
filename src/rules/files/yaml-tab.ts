import type { ShapeRule } from '../rule.ts';

export const yamlTab: ShapeRule = {
  id: 'yaml-tab',
  severity: 'error',
  scope: 'shape',
  fault: 'tab',
  title: { en: 'A tab for indentation', es: 'Un tabulador como sangría' },
  explanation: {
    en: 'YAML knows spaces alone: a tab is as wide as each program likes.',
    es: 'YAML solo admite espacios: cada programa da al tabulador el ancho que quiere.',
  },
  tell: () => ({
    reason: 'cannot be read as YAML: a tab is used for indentation',
    remedy: 'use spaces',
  }),
};
