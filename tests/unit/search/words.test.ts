import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#src/search/words.ts';

/** Words with a space between them, and after a word of several parts all of it in one. */
const shown = (text: string) =>
  wordsOf(text)
    .map(({ form, whole }) => (whole ? `${form}(${whole.form})` : form))
    .join(' ');

describe('the words of a text', () => {
  it.each([
    ['The reef, calm.', 'the reef calm'],
    ['¿Qué? “Ándale” —dijo—', 'qué ándale dijo'],
    ['so\u00adft hy\u200bphen', 'soft hyphen'],
    ['Can\u0063u\u0301n', 'cancún'],
    ['ﬁnance oﬃce ｆｕｌｌ 2ª x²', 'finance office full 2(2a) a x(x2) 2'],
    ['東京 にて', '東 京 に て'],
    ['', ''],
    ['— … !', ''],
  ])('%j: %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it.each([
    ['O’Brien', 'o(obrien) brien'],
    ["O'Brien", 'o(obrien) brien'],
    ['Kʼicheʼ Hawaiʻi Qur＇an Xcaret′ta', 'k(kiche) iche hawai(hawaii) i qur(quran) an xcaret(xcaretta) ta'],
    ['d’Italia L’Étoile', 'd(ditalia) italia l(létoile) étoile'],
    ['all-inclusive Playa–Cozumel', 'all(allinclusive) inclusive playa(playacozumel) cozumel'],
    ['AT&T hola@ejemplo.mx www.gob.mx', 'at(att) t hola(holaejemplomx) ejemplo mx www(wwwgobmx) gob mx'],
    ['#PlayaDelCarmen @cancunMX #reef', 'playa(playadelcarmen) del carmen cancun(cancunmx) mx reef'],
    ['COVID-19 F1 5km 1st', 'covid(covid19) 19 f(f1) 1 5(5km) km 1(1st) st'],
    ['C++ C# c++', 'c++ c# c++'],
  ])('words of several parts are found whole and by their parts: %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it.each([
    ['U.S. USA u.s.', 'u(us) s usa u(us) s'],
    ['EE. UU. y EE.UU.', 'ee(eeuu) uu y ee(eeuu) uu'],
    ['J. K. Rowling', 'j(jk) k rowling'],
    ['Plan B. It is', 'plan b it is'],
  ])('initials are one word: %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it.each([
    ['$5.99 5,99', '5.99 5.99'],
    ['$1,250 MX$1,250 1.250 1250', '1250 mx 1250 1250 1250'],
    ['1,250.00 1,250.50 1.250,50', '1250 1250.5 1250.5'],
    ['+52 ~100 10% 25°C', '52 100 10 25 c'],
    ['984-123-4567 984.123.4567', '984(9841234567) 123 4567 984(9841234567) 123 4567'],
    ['2026-11-28', '2026(20261128) 11 28'],
  ])('numbers are the same with and without separators and signs: %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it.each([
    ['Mexico’s reefs', 'mexico reefs'],
    ['the 1980’s and 1980s', 'the 1980(1980s) s and 1980(1980s) s'],
    ["don't", 'don(dont) t'],
    ['rock ’n’ roll, the ’90s', 'rock n roll the 90(90s) s'],
  ])('apostrophes: %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it('are where they say, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let last = 0;
        for (const { start, end, form } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toBe('');
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
