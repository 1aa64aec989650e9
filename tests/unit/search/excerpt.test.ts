import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptRuns, holdsPhrase, markedRuns, matchedBy } from '#src/search/excerpt.ts';
import { parseQuery } from '#src/search/parse-query.ts';

const matching = (query: string, language = 'en') => matchedBy(parseQuery(query, language), language);

/** Matches between brackets. */
const shown = (text: string, query: string) =>
  excerptRuns(text, matching(query))
    .map((run) => (run.isMatch ? `[${run.text}]` : run.text))
    .join('');

const marked = (text: string, query: string) =>
  markedRuns(text, matching(query))
    .filter(({ isMatch }) => isMatch)
    .map((run) => run.text);

describe('what is marked', () => {
  it.each([
    ['The reefs, calm.', 'reef', ['reefs']],
    ['“Cancún”', 'cancun', ['Cancún']],
    ['O’Brien sold', 'brien', ['Brien']],
    ['O’Brien sold', 'obrien', ['O']],
    ['for $1,250 a day', '1250', ['1,250']],
    ['hurry, hurricane', 'hurricane', ['hurricane']],
    ['The season. Hurricane season, Hurricane seasons', '"hurricane season"', ['Hurricane', 'season']],
    ['Temporada de paz, de luces', '"temporada de paz" luz', ['Temporada', 'de', 'paz']],
    ['Nothing here', 'reef', []],
  ])('in “%s” for %s', (text, query, matches) => {
    expect(marked(text, query)).toEqual(matches);
  });
});

describe('an excerpt', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `word${'abcdefgh'[at % 8]}`).join(' ');

  it('is the beginning if nothing matches, or if the match is near it', () => {
    expect(shown('The reef is calm.', 'absent')).toBe('The reef is calm.');
    expect(shown('The reef is calm.', 'calm')).toBe('The reef is [calm].');
  });

  it('is the part with most different matches, from the beginning of a sentence if that is near', () => {
    const text = `Alpha ${words(40)}. Here alpha meets beta at last. ${words(40)}`;
    expect(shown(text, 'alpha beta')).toMatch(/^Here \[alpha\] meets \[beta\] at last\. worda .*\u00a0…$/);
  });

  it('is the part with the phrase, not with its words', () => {
    const text = `A reef in white. ${words(40)}. Here is the white reef. ${words(40)}`;
    expect(shown(text, '"white reef"')).toMatch(/^Here is the \[white\] \[reef\]\./);
  });

  it('begins and ends with an ellipsis within a sentence', () => {
    expect(shown(`${words(40)} reef ${words(40)}`, 'reef')).toMatch(/^…\u00a0worde .*\[reef\].*\u00a0…$/);
  });

  it('gives back the letters of the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 5 }), (text, query) => {
        const runs = markedRuns(text, matching(query));
        expect(runs.map((run) => run.text).join('')).toBe(text);
        const excerpt = excerptRuns(text, matching(query))
          .map((run) => run.text)
          .join('');
        expect(text).toContain(excerpt.replace(/^…\u00a0/, '').replace(/\u00a0…$/, ''));
      }),
    );
  });
});

describe('a phrase', () => {
  it.each([
    ['There were no shipments of U.S. oil', ['shipments', 'of', 'u'], true],
    ['A playa-del-carmen street', ['playa', 'del', 'carmen'], true],
    ['Cancún hoy', ['cancun', 'hoy'], true],
    ['shipments in oil', ['shipments', 'oil'], false],
  ])('in “%s”: %j is %s', (text, phrase, isThere) => {
    expect(holdsPhrase(text, phrase)).toBe(isThere);
  });
});
