import { stemmer } from 'stemmer';
import { plainLetters } from '#src/schemas/plain-letters.ts';

/** A word without accents: `cancun` for `cancún`, `strasse` for `straße`. @param form in lower case */
export function foldedForm(form: string): string {
  if (/^[\x20-\x7e]*$/.test(form)) return form;
  return plainLetters(form).normalize('NFC');
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
