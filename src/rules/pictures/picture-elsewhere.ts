import type { RefusedPictureRule } from '../rule.ts';

export const pictureElsewhere: RefusedPictureRule = {
  id: 'picture-elsewhere',
  severity: 'error',
  scope: 'refused-picture',
  fault: 'elsewhere',
  title: {
    en: 'A picture by way of a link out of the newsroom',
    es: 'Una imagen por medio de un enlace que sale de la redacción',
  },
  explanation: {
    en: 'A file of the machine that builds must not be published because a link leads to it.',
    es: 'Un archivo de la máquina que construye no debe publicarse porque un enlace lleva a él.',
  },
  tell: () => ({
    reason: 'leads out of the newsroom by a symbolic link',
    remedy: 'put the picture itself in its place',
  }),
};
