import type { FileRule } from '../rule.ts';
import { placesOf } from './character-places.ts';

/** Unicode’s Bidi_Control characters (UAX #9, section 2). */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export const bidiCharacter: FileRule = {
  id: 'bidi-character',
  severity: 'error',
  scope: 'file',
  title: {
    en: 'A character that turns the direction of writing',
    es: 'Un carácter que cambia la dirección de la escritura',
  },
  explanation: {
    en: 'It can make a text read otherwise than it is written (trojansource.codes). Neither language needs one.',
    es: 'Puede hacer que un texto se lea distinto de como está escrito (trojansource.codes). Ninguno de los dos idiomas lo necesita.',
  },
  check: ({ text }) =>
    placesOf(text, BIDI).map((place) => ({
      ...place,
      reason: 'holds a character that turns the direction of writing',
      remedy: 'delete it, and retype what stands around it',
    })),
};
