import type { ShapeRule } from '../rule.ts';

export const yamlAnchor: ShapeRule = {
  id: 'yaml-anchor',
  severity: 'error',
  scope: 'shape',
  fault: 'anchor',
  title: { en: 'YAML anchors (&) and aliases (*)', es: 'Anclas (&) y alias (*) de YAML' },
  explanation: {
    en: 'With them 350 bytes can stand for gigabytes, and no editor needs them.',
    es: 'Con ellos 350 bytes pueden equivaler a gigabytes, y ningún editor los necesita.',
  },
  tell: () => ({
    reason: 'cannot be read as YAML: anchors (&) and aliases (*) are not allowed',
    remedy: 'write the value out where it is meant, or put quotation marks around the text',
  }),
};
