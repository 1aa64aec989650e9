import type { FileRule } from '../rule.ts';
import { placesOf } from './character-places.ts';

/** All that XML 1.0 (section 2.2) has no place for, and DEL; a carriage return is fine before a line feed. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\r(?!\n|$)/;

export const controlCharacter: FileRule = {
  id: 'control-character',
  severity: 'error',
  scope: 'file',
  title: { en: 'A control character', es: 'Un carácter de control' },
  explanation: {
    en: 'Nobody sees it, and every feed that holds it is broken.',
    es: 'Nadie lo ve, y rompe todos los canales (RSS) en los que aparece.',
  },
  check: ({ text }) =>
    placesOf(text, CONTROL).map((place) => ({
      ...place,
      reason: 'holds a control character',
      remedy: 'delete it, and retype what stands around it',
    })),
};
