import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, oneLine } from '../../../../scripts/lab/newsroom/clean-text.ts';
import { anyText } from './any-text.ts';

describe('cleaned text', () => {
  it.each([
    ['A&lt;B &amp;lt; &#233;&#xe9; &nosuch; &', 'A<B &lt; éé &nosuch; &', 0],
    ['REUTER^M', 'REUTER', 1],
    ['a\u0000b\u007fc\u0085d', 'abcd', 3],
    ['&#3;a', 'a', 1],
    ['a\u202eb\u200bc\u00add', 'abcd', 3],
    ['half \ud83d, whole 😀', 'half , whole 😀', 1],
    ['one\r\ntwo\rthree\u2028four\ffive', 'one\ntwo\nthree\nfour\nfive', 0],
  ])('%j becomes %j, less %i characters', (raw, text, removed) => {
    expect(cleanText(raw)).toEqual({ text, removed });
  });

  it('holds nothing that XML, YAML or the schemas refuse', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('\ud800', '\u0001', '&#2;', '^M'))), (parts) => {
        const { text } = cleanText(parts.join(''));
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is one line when asked', () => {
    expect(oneLine(' a \n\t b\u00a0c ')).toBe('a b c');
  });
});
