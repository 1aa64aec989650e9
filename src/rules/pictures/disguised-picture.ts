import type { RefusedPictureRule } from '../rule.ts';

export const disguisedPicture: RefusedPictureRule = {
  id: 'disguised-picture',
  severity: 'error',
  scope: 'refused-picture',
  fault: 'format',
  title: {
    en: 'A picture that is no jpg, png, webp or avif by its content',
    es: 'Una imagen que por su contenido no es jpg, png, webp ni avif',
  },
  explanation: {
    en: 'An svg may hold a program and addresses, whatever its file’s name says.',
    es: 'Un svg puede llevar un programa y direcciones, diga lo que diga el nombre del archivo.',
  },
  tell: (format) => ({
    reason: `is a ${format} file by its content, whatever its name says`,
    remedy: 'open it in a picture editor and export it as jpg, png, webp or avif',
  }),
};
