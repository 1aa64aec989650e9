import type { ShapeRule } from '../rule.ts';

export const yamlDocuments: ShapeRule = {
  id: 'yaml-documents',
  severity: 'error',
  scope: 'shape',
  fault: 'documents',
  title: { en: 'Several YAML documents in one file', es: 'Varios documentos YAML en un archivo' },
  explanation: {
    en: 'Only the first would be read.',
    es: 'Solo se leería el primero.',
  },
  tell: () => ({
    reason: 'cannot be read as YAML: there is more than one document in it',
    remedy: 'remove the line --- or ... and what follows it',
  }),
};
