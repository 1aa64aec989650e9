import type { ShapeRule } from '../rule.ts';

export const yamlMergeKey: ShapeRule = {
  id: 'yaml-merge-key',
  severity: 'error',
  scope: 'shape',
  fault: 'merge-key',
  title: { en: 'A YAML merge key (<<)', es: 'Una clave de fusión de YAML (<<)' },
  explanation: {
    en: 'Fields that are written elsewhere are seen by nobody who reads the file.',
    es: 'Quien lee el archivo no ve los campos que están escritos en otro lugar.',
  },
  tell: () => ({
    reason: 'cannot be read as YAML: merge keys (<<) are not allowed',
    remedy: 'write the fields out',
  }),
};
