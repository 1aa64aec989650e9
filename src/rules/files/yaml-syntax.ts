import type { ShapeRule } from '../rule.ts';

export const yamlSyntax: ShapeRule = {
  id: 'yaml-syntax',
  severity: 'error',
  scope: 'shape',
  fault: 'syntax',
  title: { en: 'Front matter that is no YAML', es: 'Una cabecera que no es YAML' },
  explanation: {
    en: 'A quotation mark that never closes, or a colon in a bare text: nothing after it can be trusted.',
    es: 'Unas comillas que no se cierran o dos puntos en un texto sin comillas: nada de lo que sigue es de fiar.',
  },
  tell: (why) => ({
    reason: `cannot be read as YAML: ${why}`,
    remedy: 'check quotation marks, colons and indentation on this line',
  }),
};
