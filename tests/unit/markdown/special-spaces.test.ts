import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';
import { specialSpacesIn } from '#src/markdown/special-spaces.ts';

/** A body with ~ in the place of a special space, and what it should have become. */
function mended(markdown: string): string {
  return specialSpacesIn(markdown).reduceRight(
    (text, { start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
    markdown,
  );
}

const html = (markdown: string) => renderBody(markdown, { locale: 'en' });

const LAYOUTS: readonly (readonly [string, string, string, number[]])[] = [
  ['after the mark of a heading', '##~Heading', '## Heading', [2]],
  ['after a plain space, too', '### ~Words', '### ~Words', []],
  ['before and after the mark of a heading', '~##~Heading', '## Heading', [0, 3]],
  ['of a heading below a paragraph', 'Words\n#~Heading', 'Words\n# Heading', [7]],
  ['before the mark of a heading', '~~~~## Heading', '## Heading', [0]],
  ['after the hyphens of a list', '-~one\n-~two\n*~three', '- one\n- two\n* three', [1, 7, 13]],
  ['after the numbers of a list', '1.~one\n2.~two\n3)~three', '1. one\n2. two\n3) three', [2, 9, 16]],
  ['after the mark of a quotation', '>~quote', '> quote', [1]],
  ['after both marks of a quoted list', '>~-~one\n> -~two', '> - one\n> - two', [1, 3, 11]],
  ['before the mark of a quotation', '~> quote', '> quote', [0]],
  ['in a quotation', '> ##~Heading\n>\n> -~item', '> ## Heading\n>\n> - item', [4, 18]],
  ['on an empty line', 'One\n~\nTwo\n~ ~\nThree', 'One\n\nTwo\n\nThree', [4, 10]],
  ['on an empty line alone', 'One\n\n~\n\nTwo', 'One\n\n\n\nTwo', [5]],
  ['in the line below the head of a table', '| a | b |\n|~---~|~---~|', '| a | b |\n| --- | --- |', [11, 15, 17, 21]],
  ['in a rule across the page', 'One\n\n-~-~-', 'One\n\n- - -', [6, 8]],
  [
    'before the title of a picture or a link',
    '![a b](/pictures/a.webp~"A caption")\n[c](https://www.example.org/~"d")',
    '![a b](/pictures/a.webp "A caption")\n[c](https://www.example.org/ "d")',
    [23, 65],
  ],
  ['in an address, and then on an empty line', '[a](~/x/)\n~\nTwo', '[a](/x/)\n\nTwo', [4, 10]],
  ['at the beginning of an address', '[a](~https://www.example.org/)', '[a](https://www.example.org/)', [4]],
  [
    'at the end of an address',
    '![a](/pictures/a.webp~) [b](</x/~> "c")',
    '![a](/pictures/a.webp) [b](</x/> "c")',
    [21, 32],
  ],
  ['after the fence that closes code', '```\n##~x\n```~\n\nWords', '```\n##~x\n``` \n\nWords', [12]],
  ['after a quoted fence', '> ```\n> x\n> ``` ~\n> Words', '> ```\n> x\n> ``` \n> Words', [15]],
  [
    'before the address of a definition',
    '[a]\n\n[a]:~https://www.example.org/',
    '[a]\n\n[a]: https://www.example.org/',
    [9],
  ],
  ['with Windows line ends', 'One\r\n~\r\n##~Two\r\n', 'One\r\n\r\n## Two\r\n', [5, 10]],
];

describe('a special space where Markdown needs a plain one', () => {
  it.each(LAYOUTS)('%s is found and mended, whichever it is', (_, markdown, meant, places) => {
    for (const space of ['\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\u200b', '\u2060']) {
      const text = markdown.replaceAll('~', space);
      expect(specialSpacesIn(text).map(({ start }) => start)).toEqual(places);
      expect(mended(text)).toBe(meant.replaceAll('~', space));
      expect(mended(mended(text))).toBe(mended(text));
    }
  });

  it('before an item of an inner list indents it', () => {
    expect(mended('- one\n\u00a0\u00a0- two')).toBe('- one\n  - two');
  });

  it('says which mark readers see', () => {
    expect(specialSpacesIn('##\u00a0Heading\n\n1.\u00a0one\n\u00a0\nx').map(({ mark }) => mark)).toEqual([
      '##',
      '1.',
      '',
    ]);
    expect(html('##\u00a0Heading')).not.toContain('<h2');
    expect(html(mended('##\u00a0Heading'))).toContain('<h2');
  });

  it('may be written as an entity', () => {
    expect(mended('##&nbsp;Heading\n\n-&nbsp;one')).toBe('## Heading\n\n- one');
  });
});

describe('a special space elsewhere in a body', () => {
  it.each([
    ['between words', 'About 30~km - of~reef, no.~1.~And #~2.'],
    ['at the beginning of a paragraph', '~Words.'],
    ['in a picture within code', 'Write `![a](/b.webp~"c")` or \\![a\\](b~"c")'],
    ['in code', 'Write `##~Heading`, or\n\n    -~item\n\n```\n##~Heading\n~\n```'],
    ['in code on a later line', 'Write `x\n-~y` so.'],
    ['after an escaped mark', '\\##~Heading, \\-~item and 1\\.~item'],
    ['in a list, a heading or a quotation that is one', '- ~item\n\n## ~Heading\n\n> ~quote'],
    ['at the end of a sentence that begins a line', 'It was in\n2026.~Then it ended in\n14.~After that'],
    ['in a number that begins a line', 'It fell to\n-~5 degrees'],
    ['in a rank that begins a paragraph', '#~9 on the list'],
    ['after a fence within code that is closed', '````\n```~\nx\n````'],
    ['after a fence that opens code', '```~js\nx\n```'],
    ['in HTML', '<div>\n##~Heading\n</div>'],
    ['on a line of its own, as an entity', 'One\n\n&nbsp;\n\nTwo'],
    ['within a link', '[a\n-~b](https://www.example.org/)'],
    ['within an address', '[a](https://www.example.org/a~b)'],
  ])('%s is left alone', (_, markdown) => {
    expect(specialSpacesIn(markdown.replaceAll('~', '\u00a0'))).toEqual([]);
  });
});
