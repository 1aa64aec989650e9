import { describe, expect, it } from 'vitest';
import { foldedForm, stemOf } from '#src/search/stems.ts';

describe('a word without its accents', () => {
  it.each([
    ['cancún', 'cancun'],
    ['niño', 'nino'],
    ['øresund', 'oresund'],
    ['łódź', 'lodz'],
    ['straße', 'strasse'],
    ['æsir œuvre', 'aesir oeuvre'],
    ['đà nẵng', 'da nang'],
    ['привет', 'привет'],
  ])('%s → %s', (form, folded) => {
    expect(foldedForm(form)).toBe(folded);
  });
});

describe('the stem', () => {
  it.each([
    ['en', 'hurricane hurricanes'],
    ['en', 'city cities'],
    ['en', 'beach beaches'],
    ['en', 'fish fishing fished'],
    ['es', 'huracán huracanes huracan'],
    ['es', 'pez peces'],
    ['es', 'luz luces'],
    ['es', 'noche noches'],
    ['es', 'ciudad ciudades'],
    ['es', 'país países pais'],
    ['es', 'interés intereses interes'],
    ['es', 'autobús autobuses'],
    ['es', 'mes meses'],
    ['es', 'gas gases'],
    ['es', 'crisis'],
  ])('in %s is one for %s', (language, forms) => {
    expect(new Set(forms.split(' ').map((form) => stemOf(form, language))).size).toBe(1);
  });

  it.each([
    ['es', 'nada', 'nadar'],
    ['es', 'puerto', 'puerta'],
    ['es', 'peso', 'pesa'],
    ['en', 'reef', 'beef'],
    ['en', 'car', 'care'],
  ])('in %s is not the same for %s and %s', (language, a, b) => {
    expect(stemOf(a, language)).not.toBe(stemOf(b, language));
  });

  it('leaves numbers and other scripts as they are', () => {
    expect(['1999', 'f1s', 'города'].map((form) => stemOf(form, 'en'))).toEqual(['1999', 'f1s', 'города']);
  });
});
