import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptRuns, withEllipses } from '#src/search/excerpt.ts';

/** As Pagefind escapes a story's text. */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

describe('excerptRuns', () => {
  it('parts what was found from the rest', () => {
    expect(excerptRuns('The <mark>reef</mark> is <mark>calm</mark>.')).toEqual([
      { text: 'The ', isMatch: false },
      { text: 'reef', isMatch: true },
      { text: ' is ', isMatch: false },
      { text: 'calm', isMatch: true },
      { text: '.', isMatch: false },
    ]);
  });

  it.each([
    ['the <mark>reef,</mark>', 'reef'],
    ['<mark>“reef”</mark>', 'reef'],
    ['<mark>¡Año!</mark> nuevo', 'Año'],
    ['<mark>C++</mark>', 'C'],
    ['<mark>—</mark>', '—'],
  ])('marks the word alone, not the signs round it: %s', (excerpt, word) => {
    expect(excerptRuns(excerpt).filter(({ isMatch }) => isMatch)).toEqual([{ text: word, isMatch: true }]);
  });

  it('has no runs if there is no text', () => {
    expect(excerptRuns('')).toEqual([]);
  });

  it('shows markup that a story speaks of as text', () => {
    expect(excerptRuns('&lt;script&gt; and &lt;mark&gt;x&lt;/mark&gt; &amp;lt;')).toEqual([
      { text: '<script> and <mark>x</mark> &lt;', isMatch: false },
    ]);
  });

  it('gives back every letter of the story, whatever it holds', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<mark>', '</mark>', '<img onerror=x>', '&lt;', '"\''),
    );
    const runs = fc.array(fc.record({ text: texts, isMatch: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(runs, (parts) => {
        const excerpt = parts
          .map(({ text, isMatch }) => (isMatch ? `<mark>${escaped(text)}</mark>` : escaped(text)))
          .join('');
        const found = excerptRuns(excerpt);
        const joined = (list: readonly { text: string }[]) => list.map(({ text }) => text).join('');
        expect(joined(found)).toBe(joined(parts));
        const letters = (list: readonly { text: string; isMatch: boolean }[]) =>
          joined(list.filter(({ isMatch }) => isMatch)).replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(found)).toBe(letters(parts));
      }),
    );
  });
});

describe('withEllipses', () => {
  const shown = (text: string) =>
    withEllipses([{ text, isMatch: false }])
      .map((run) => run.text)
      .join('');

  it.each([
    ['The reef is calm.', 'The reef is calm.'],
    ['reef is calm.', '…\u00a0reef is calm.'],
    ['The reef is', 'The reef is\u00a0…'],
    ['reef is', '…\u00a0reef is\u00a0…'],
    ['¿Qué pasó?', '¿Qué pasó?'],
    ['“Ándale” dijo.', '“Ándale” dijo.'],
    ['El arrecife (de día)', 'El arrecife (de día)'],
  ])('%s → %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('judges the text as a whole, not each run', () => {
    const runs = [
      { text: 'The', isMatch: true },
      { text: ' reef.', isMatch: false },
    ];
    expect(withEllipses(runs)).toEqual(runs);
  });
});
