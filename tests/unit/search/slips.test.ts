import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { finishedWords, isOneSlip, meantWords } from '#src/search/slips.ts';

describe('one slip', () => {
  it.each([
    ['hurricane', 'hurricaine'],
    ['hurricane', 'huricane'],
    ['hurricane', 'hurriccane'],
    ['hurricane', 'hurricame'],
    ['hurricane', 'huricrane'.replace('ricr', 'rrci')],
    ['reefs', 'refes'],
    ['akumal', 'kaumal'],
  ])('is between %s and %s', (a, b) => {
    expect(isOneSlip(a, b)).toBe(true);
    expect(isOneSlip(b, a)).toBe(true);
  });

  it.each([
    ['hurricane', 'hurricane'],
    ['hurricane', 'huricaine'],
    ['hurricane', 'hurry'],
    ['reef', 'feer'],
    ['', 'ab'],
  ])('is not between %s and %s', (a, b) => {
    expect(isOneSlip(a, b)).toBe(false);
  });

  it('is what Levenshtein counts as one, or two letters swapped', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const isSwapped = [...a].some(
          (_, at) =>
            at + 1 < a.length && a !== b && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b,
        );
        expect(isOneSlip(a, b)).toBe(distance(a, b) === 1 || isSwapped);
      }),
    );
  });
});

describe('the words that may be meant', () => {
  const lexicon = ['cenote', 'cenotes', 'hurricane', 'huracán', 'tulum', 'turtle', 'turtles', 'reef'].map((form) => ({
    form,
    weight: form === 'cenotes' ? 4 : 1,
  }));

  it('are those with one slip, the commonest first, whatever their accents', () => {
    expect(meantWords(lexicon, 'cenotez').map(({ form }) => form)).toEqual(['cenotes', 'cenote']);
    expect(meantWords(lexicon, 'huracam').map(({ form }) => form)).toEqual(['huracán']);
    expect(meantWords(lexicon, 'tulm').map(({ form }) => form)).toEqual(['tulum']);
  });

  it('are none for short words, numbers and words that are too different', () => {
    for (const typed of ['ref', 'reel', '12345', 'beyoncé', 'asdfgh'])
      expect(meantWords(lexicon, typed).map(({ form }) => form)).toEqual([]);
  });

  it('that are unfinished begin as they are typed', () => {
    expect(finishedWords(lexicon, 'hura', 5)).toEqual(['huracán']);
    expect(finishedWords(lexicon, 'cen', 1)).toEqual(['cenotes']);
    expect(finishedWords(lexicon, 'xyz', 5)).toEqual([]);
  });
});
