import { stemmer } from 'stemmer';

/** Letters that no accent explains: Unicode does not decompose them. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** A word without accents: `cancun` for `cancún`, `strasse` for `straße`. @param form in lower case */
export function foldedForm(form: string): string {
  if (/^[\x20-\x7e]*$/.test(form)) return form;
  return form
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/**
 * What all forms of a word have in common, to find one by another: `hurrican` for hurricane and hurricanes.
 * @param form in lower case, with its accents
 * @param language of the text; one without rules here keeps its words as they are
 */
export function stemOf(form: string, language: string): string {
  const folded = foldedForm(form);
  if (!/^[a-z]+$/.test(folded)) return folded;
  if (language === 'en') return stemmer(folded);
  return language === 'es' ? spanishStem(folded) : folded;
}

/**
 * Plurals only (huracanes, peces, noches): rules for verbs would make *nada* and *nadar* one word, and rules for gender *puerto*
 * and *puerta*. Final s and e are taken off in turn, so that it need not be known whether noches is noch-es or noche-s.
 */
function spanishStem(folded: string): string {
  let stem = folded;
  while (stem.length > 3 && /[se]$/.test(stem)) stem = stem.slice(0, -1);
  return stem.replace(/z$/, 'c');
}
