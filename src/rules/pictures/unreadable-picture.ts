import type { RefusedPictureRule } from '../rule.ts';

export const unreadablePicture: RefusedPictureRule = {
  id: 'unreadable-picture',
  severity: 'error',
  scope: 'refused-picture',
  fault: 'unreadable',
  title: { en: 'A file under a picture’s name that is none', es: 'Un archivo con nombre de imagen que no lo es' },
  explanation: {
    en: 'Cut short while it was copied, or something else under another name: no size can be made of it.',
    es: 'Se cortó al copiarlo, o es otra cosa con otro nombre: no se puede hacer ningún tamaño con él.',
  },
  tell: () => ({
    reason: 'names a file that cannot be read as a picture',
    remedy: 'save it again as jpg, png, webp or avif',
  }),
};
