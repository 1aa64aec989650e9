import type { ShapeRule } from '../rule.ts';

export const yamlTag: ShapeRule = {
  id: 'yaml-tag',
  severity: 'error',
  scope: 'shape',
  fault: 'tag',
  title: { en: 'An explicit YAML tag (!!binary, !x)', es: 'Una etiqueta explícita de YAML (!!binary, !x)' },
  explanation: {
    en: 'Tags tell a program what to make of a value; the schemas alone say that.',
    es: 'Las etiquetas dicen a un programa qué hacer con un valor; eso lo deciden solo los esquemas.',
  },
  tell: () => ({
    reason: 'cannot be read as YAML: tags (!) are not allowed',
    remedy: 'take the tag out, or put quotation marks around the text',
  }),
};
