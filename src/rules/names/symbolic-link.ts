import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, topOf } from './newsroom-folders.ts';

export const symbolicLink: NameRule = {
  id: 'symbolic-link',
  severity: 'error',
  scope: 'name',
  title: { en: 'A link to somewhere else on the disk', es: 'Un enlace a otro lugar del disco' },
  explanation: {
    en: 'Links are not followed: what they lead to may be outside the newsroom, or be missing on the machine that builds.',
    es: 'Los enlaces no se siguen: lo que está al otro lado puede quedar fuera de la redacción o faltar en la máquina que construye el sitio.',
  },
  check: ({ path, kind }) => {
    if (kind === 'file' || kind === 'folder' || !KNOWN_FOLDERS.includes(topOf(path))) return undefined;
    return kind === 'link'
      ? { reason: 'is a link to another place, which is not followed', remedy: 'put the file itself here' }
      : { reason: 'is neither a file nor a folder', remedy: 'remove it' };
  },
};
