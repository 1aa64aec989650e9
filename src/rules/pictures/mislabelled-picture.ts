import { showValue } from '#src/schemas/problem.ts';
import type { PictureRule } from '../rule.ts';

/** What sharp calls the formats, by extension. */
const FORMATS: Readonly<Record<string, string>> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' };

export const mislabelledPicture: PictureRule = {
  id: 'mislabelled-picture',
  severity: 'warning',
  scope: 'picture',
  title: { en: 'A picture whose ending names another format', es: 'Una imagen cuya extensión nombra otro formato' },
  explanation: {
    en: 'Programs go by the ending: some will refuse the file, and nobody can see why.',
    es: 'Los programas se guían por la extensión: algunos rechazarán el archivo y nadie verá por qué.',
  },
  check: ({ file, format }) => {
    const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
    if (FORMATS[extension] === format) return undefined;
    return {
      value: showValue(extension),
      reason: `has another ending than its format, which is ${format}`,
      remedy: 'rename it, or save it in the format its name promises',
    };
  },
};
