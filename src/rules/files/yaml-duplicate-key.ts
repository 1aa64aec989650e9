import type { ShapeRule } from '../rule.ts';

export const yamlDuplicateKey: ShapeRule = {
  id: 'yaml-duplicate-key',
  severity: 'error',
  scope: 'shape',
  fault: 'duplicate-key',
  title: { en: 'A field that is written twice', es: 'Un campo escrito dos veces' },
  explanation: {
    en: 'Only one of the two would count, and nobody could say which.',
    es: 'Solo contaría uno de los dos, y nadie podría decir cuál.',
  },
  tell: () => ({
    reason: 'cannot be read as YAML: a field is written twice',
    remedy: 'remove one of the two',
  }),
};
