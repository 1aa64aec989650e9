import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingSentences } from '../../../../scripts/lab/newsroom/opening-sentences.ts';
import { sentenceCase } from '../../../../scripts/lab/newsroom/sentence-case.ts';
import { shorten } from '../../../../scripts/lab/newsroom/shorten.ts';
import { anyText } from './any-text.ts';

describe('an upper-case title', () => {
  it.each([
    ['BAHIA COCOA REVIEW', 'Bahia cocoa review', ['Showers continued in the Bahia cocoa zone.']],
    [
      'PENNWALT <PSM> OFFERS ONE MLN SHARES',
      'Pennwalt <PSM> offers one mln shares',
      ['Pennwalt Corp said it offered one mln shares.'],
    ],
    [
      'COOPERVISION HAS 6.5 PCT OF COOPER LASER',
      'CooperVision has 6.5 pct of Cooper Laser',
      ['CooperVision Inc said it has stock of Cooper Laser.'],
    ],
    ['U.S. HOUSE LEADER MEETS OPEC', 'U.S. House leader meets OPEC', ['The leader of the House met OPEC.']],
    ["ITALY'S PAYMENTS BALANCE", "Italy's payments balance", []],
    ['FOUR SEASONS HOTELS INC <FSH> YEAR NET', 'Four Seasons Hotels Inc <FSH> year net', ['Net 12 mln']],
    ['<COOPER OF CANADA LTD> 4TH QTR', '<Cooper of Canada Ltd> 4th qtr', []],
    ['PAPUA NEW GUINEA BUYS FROM SRI LANKA', 'Papua New Guinea buys from Sri Lanka', []],
    ['GNP AND CPI RISE', 'GNP and CPI rise', []],
    ['W. GERMANY ON MONDAY', 'W. Germany on Monday', []],
    ['EL NIÑO EN MÉXICO', 'El niño en México', ['Llega a México.']],
  ])('%s becomes %s', (title, shown, text) => {
    expect(sentenceCase(title, text)).toBe(shown);
  });

  it('is left as it is where it is not in capitals', () => {
    expect(sentenceCase('Venezuela seeks ‘flexibility’ from BANKS', [])).toBe(
      'Venezuela seeks ‘flexibility’ from BANKS',
    );
  });

  it('changes no letter but in its case', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (title, text) => {
        expect(sentenceCase(title, text).toLowerCase()).toBe(title.toLowerCase());
      }),
    );
  });
});

describe('a shortened text', () => {
  it.each([
    ['as it is', 8, 'as it is'],
    ['cut at a word', 10, 'cut at a…'],
    ['ends, before the comma', 6, 'ends…'],
    ['unbreakable', 6, 'unbre…'],
    ['tight fit here', 10, 'tight fit…'],
  ])('“%s” in %i characters is “%s”', (text, longest, shown) => {
    expect(shorten(text, longest)).toBe(shown);
  });

  it('is never too long and never half a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 20 }), (text, longest) => {
        const short = shorten(text, longest);
        expect(short.length).toBeLessThanOrEqual(longest);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the sentences under a title', () => {
  it('are as many as fit, and no half ones', () => {
    expect(openingSentences(['One is here. Two is here.', 'Three is here.'], 30, 100)).toBe(
      'One is here. Two is here.',
    );
  });

  it('do not end at an abbreviation', () => {
    expect(openingSentences(['The U.S. Dollar rose. It fell.'], 5, 100)).toBe('The U.S. Dollar rose.');
    expect(openingSentences(['Smith Co. Ltd. said Mr. Jones left. He did.'], 5, 100)).toBe(
      'Smith Co. Ltd. said Mr. Jones left.',
    );
  });

  it('join lines without a full stop with semicolons', () => {
    expect(openingSentences(['Shr 19 cts', 'Net 653,000', 'Revs 45 mln'], 30, 100)).toBe('Shr 19 cts; Net 653,000');
  });

  it('are cut at a word where the first alone is too long', () => {
    expect(openingSentences(['A first sentence that goes on and on.'], 10, 20)).toBe('A first sentence…');
  });

  it('are none where there is no text', () => {
    expect(openingSentences([], 10, 20)).toBe('');
  });
});
