import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '#src/markdown/plain-text.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { cleanText, oneLine } from '#src/writing/clean-text.ts';
import { escapeMarkdown } from '#src/writing/escape-markdown.ts';
import { bodyText } from '../../../../scripts/lab/newsroom/markdown-text.ts';
import { openingSentences, shorten } from '../../../../scripts/lab/newsroom/opening-sentences.ts';
import { sentenceCase } from '../../../../scripts/lab/newsroom/sentence-case.ts';
import { anyText } from './any-text.ts';

describe('cleaned text', () => {
  it.each([
    ['A&lt;B &amp;lt; &#233;&#xe9; &nosuch; &', 'A<B &lt; éé &nosuch; &', 0],
    ['a^M\u0000b\u007fc\u0085d&#3;', 'abcd', 5],
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
});

describe('an upper-case title', () => {
  it.each([
    ['BAHIA COCOA REVIEW', 'Bahia cocoa review', ['Showers continued in the Bahia cocoa zone.']],
    ['PENNWALT <PSM> OFFERS MLN', 'Pennwalt <PSM> offers mln', ['Pennwalt Corp said it offers shares.']],
    ['COOPERVISION HAS A LASER', 'CooperVision has a Laser', ['CooperVision Inc has part of Cooper Laser.']],
    ['U.S. HOUSE LEADER MEETS OPEC', 'U.S. House leader meets OPEC', ['The leader of the House met OPEC.']],
    ["ITALY'S PAYMENTS BALANCE", "Italy's payments balance", []],
    ['FOUR SEASONS HOTELS INC <FSH> YEAR NET', 'Four Seasons Hotels Inc <FSH> year net', ['Net 12 mln']],
    ['<COOPER OF CANADA LTD> 4TH QTR', '<Cooper of Canada Ltd> 4th qtr', []],
    ['PAPUA NEW GUINEA BUYS FROM SRI LANKA', 'Papua New Guinea buys from Sri Lanka', []],
    ['W. GERMANY ON MONDAY', 'W. Germany on Monday', []],
    ['EL NIÑO EN MÉXICO', 'El niño en México', ['Llega a México.']],
    ['Venezuela seeks ‘flexibility’ from BANKS', 'Venezuela seeks ‘flexibility’ from BANKS', []],
  ])('%s becomes %s', (title, shown, text) => {
    expect(sentenceCase(title, text)).toBe(shown);
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

it.each([
  [
    'as many as fit, and no half ones',
    ['One is here. Two is here.', 'Three is here.'],
    30,
    'One is here. Two is here.',
  ],
  ['not ended by initials', ['The U.S. Dollar rose. It fell.'], 5, 'The U.S. Dollar rose.'],
  [
    'not ended by short forms',
    ['Smith Co. Ltd. said Mr. Jones left. He did.'],
    5,
    'Smith Co. Ltd. said Mr. Jones left.',
  ],
  ['joined with semicolons', ['Shr 19 cts', 'Net 653,000', 'Revs 45 mln'], 30, 'Shr 19 cts; Net 653,000'],
  [
    'cut at a word if the first is too long',
    [`A first ${'very '.repeat(7)}long one.`],
    10,
    'A first very very very very very…',
  ],
  ['none if there is no text', [], 10, ''],
])('the sentences of a description are %s', (_, paragraphs, aim, description) => {
  expect(openingSentences(paragraphs, aim, 36)).toBe(description);
});

describe('an escaped line', () => {
  /** What a reader sees, on one line, with straight quotation marks and typed dashes. */
  const shown = (markdown: string) => plainPunctuation(oneLine(plainText(renderBody(markdown, { locale: 'en' }))));
  const plainPunctuation = (text: string) =>
    text
      .replace(/[“”″]/g, '"')
      .replace(/[‘’′]/g, "'")
      .replaceAll('—', '---')
      .replaceAll('–', '--')
      .replaceAll('…', '...');

  /** Text in which Markdown finds more to do than in any news. */
  const markdownish = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'\\`*_~[]()<>#+-=|!&;:.^{}$@"\'0123456789 /'.split('')),
        fc.constantFrom(
          '&lt;',
          '&#65;',
          '<b>',
          '-->',
          '<!--',
          '1.',
          '2)',
          '- ',
          '# ',
          '> ',
          '---',
          '===',
          '```',
          '~~~',
        ),
        fc.constantFrom('[^1]', '](', 'http://a.b', 'www.a.bc', 'a@b.cd', '| a | b |', ':::', '[x]', 'word', ' words '),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 14 },
    )
    .map((pieces) => oneLine(cleanText(pieces.join('')).text));

  it('shows any text word for word, alone and between others', () => {
    fc.assert(
      fc.property(fc.array(markdownish.filter(Boolean), { minLength: 1, maxLength: 3 }), (lines) => {
        expect(shown(lines.map(escapeMarkdown).join('\n\n'))).toBe(plainPunctuation(lines.join(' ')));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['<UTX> & <b>AT&T</b>', '\\<UTX> & \\<b>AT&T\\</b>'],
    ['5 * 3 _ [a](b) `c` ~d~', '5 \\* 3 \\_ \\[a\\](b) \\`c\\` \\~d\\~'],
    ['# Heading', '\\# Heading'],
    ['1987. A year', '1987\\. A year'],
    ['---', '\\---'],
    ['-- wheat 2,615,140 acres', '-- wheat 2,615,140 acres'],
    ['8-1/4 pct, up 1.5', '8-1/4 pct, up 1.5'],
  ])('%s is written %s, with no more backslashes than it needs', (line, escaped) => {
    expect(escapeMarkdown(line)).toBe(escaped);
  });
});

describe('a body', () => {
  it('keeps tables line by line, neighbours in one block, and lets other text flow', () => {
    const table = ['Wheat   139.50   up', 'Maize    94.00   down'];
    const paragraphs = ['Prices\nin dollars:', table.join('\n'), 'Rye   1.00   unch', 'One sentence.   Another.'];
    expect(bodyText(paragraphs)).toBe(
      ['Prices in dollars:', '', '```', ...table, 'Rye   1.00   unch', '```', '', 'One sentence. Another.'].join('\n'),
    );
  });

  it('shows a table as it is, even one that holds a fence', () => {
    const html = renderBody(bodyText(['a   ```   <b>\n````   c   &lt;']), { locale: 'en' });
    expect(html).toBe('<pre><code>a   ```   &lt;b&gt;\n````   c   &amp;lt;\n</code></pre>\n');
  });
});
