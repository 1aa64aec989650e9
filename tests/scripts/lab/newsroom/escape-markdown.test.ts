import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '#src/markdown/plain-text.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { bodyText } from '../../../../scripts/lab/newsroom/body-text.ts';
import { cleanText, oneLine } from '../../../../scripts/lab/newsroom/clean-text.ts';
import { escapeMarkdown } from '../../../../scripts/lab/newsroom/escape-markdown.ts';

/** What a reader sees, on one line, with straight quotation marks and typed dashes. */
const shown = (markdown: string) => untypeset(oneLine(plainText(renderBody(markdown, { locale: 'en' }))));

/** Undoes what the pipeline does to every story's punctuation. */
const untypeset = (text: string) =>
  text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll('—', '---').replaceAll('–', '--').replaceAll('…', '...');

/** Text in which Markdown finds more to do than in any news. */
const markdownish = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_~[]()<>#+-=|!&;:.^{}$@"\'0123456789 /'.split('')),
      fc.constantFrom('&lt;', '&#65;', '<b>', '-->', '<!--', '1.', '2)', '- ', '# ', '> ', '---', '===', '```', '~~~'),
      fc.constantFrom('[^1]', '](', 'http://a.b', 'www.a.bc', 'a@b.cd', '| a | b |', ':::', '[x]', 'word', ' words '),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => oneLine(cleanText(pieces.join('')).text));

describe('an escaped line', () => {
  it('shows any text word for word, alone and between others', () => {
    fc.assert(
      fc.property(fc.array(markdownish.filter(Boolean), { minLength: 1, maxLength: 3 }), (lines) => {
        expect(shown(lines.map(escapeMarkdown).join('\n\n'))).toBe(untypeset(lines.join(' ')));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['<UTX> & <b>AT&T</b>', '\\<UTX> & \\<b>AT&T\\</b>'],
    ['5 * 3 _ [a](b) `c` ~d~', '5 \\* 3 \\_ \\[a\\](b) \\`c\\` \\~d\\~'],
    ['&lt; &#65; &', '\\&lt; \\&#65; &'],
    ['# Heading', '\\# Heading'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['> said', '\\> said'],
    ['1) first', '1\\) first'],
    ['1987. A year', '1987\\. A year'],
    ['---', '\\---'],
    ['-- wheat 2,615,140 acres', '-- wheat 2,615,140 acres'],
    ['8-1/4 pct, up 1.5', '8-1/4 pct, up 1.5'],
  ])('%s is written %s', (line, escaped) => {
    expect(escapeMarkdown(line)).toBe(escaped);
  });
});

describe('a body', () => {
  it('keeps tables line by line, neighbours in one block, and lets other text flow', () => {
    const table = ['Wheat   139.50   up', 'Maize    94.00   down'];
    expect(bodyText(['Prices\nin dollars:', table.join('\n'), 'Rye   1.00   unch', 'End.'])).toBe(
      ['Prices in dollars:', '', '```', ...table, 'Rye   1.00   unch', '```', '', 'End.'].join('\n'),
    );
  });

  it('shows a table as it stands, even one that holds a fence', () => {
    const table = 'a   ```   <b>\n````   c   &lt;';
    const html = renderBody(bodyText([table]), { locale: 'en' });
    expect(html).toBe('<pre><code>a   ```   &lt;b&gt;\n````   c   &amp;lt;\n</code></pre>\n');
  });

  it('does not take a sentence after two spaces for a table', () => {
    expect(bodyText(['One sentence.   Another.'])).toBe('One sentence. Another.');
  });
});
