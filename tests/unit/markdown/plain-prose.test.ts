import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';
import { isPlainProse } from '#src/markdown/plain-prose.ts';
import { rounds } from '../../long.ts';

describe('plain prose', () => {
  it.each([
    'The reef is well.\n\nIt was not always.',
    '> “We saw it coming,” — said nobody.\n\n- one\n- *two*\n\n1. three\n   continued',
    'Ten – no, 11% – of 2,000; see page 4: all of it. It’s $5 & more…',
    '    code\n\n```\nmore code\n```',
    'Shares of \\<ACME> rose, and \\<b>none fell.',
    '',
  ])('is %j', (markdown) => {
    expect(isPlainProse(markdown)).toBe(true);
  });

  it.each([
    ['raw HTML', 'a <b>word</b>'],
    ['raw HTML after an escaped backslash', 'a \\\\<b>word</b>'],
    ['a link', 'a [link](/x/)'],
    ['an address by itself', 'see https://x.example/'],
    ['an address without a scheme', 'see WWW.x.example'],
    ['an address spelt with an escape', 'see www\\.x.example'],
    ['an address spelt with an entity', 'see https&colon;//x.example'],
    ['a mail address by itself', 'write to a@b.example'],
    ['a picture', '![alt](./a.jpg)'],
    ['a heading', '# Fish'],
    ['a heading by its underline', 'Fish\n==='],
    ['a heading by its underline, in a quote', '> Fish\n> --'],
    ['a table', 'a | b\n-|-\n1 | 2'],
    ['a footnote', 'Fish[^1]\n\n[^1]: Not all.'],
  ])('is not a body with %s', (_, markdown) => {
    expect(isPlainProse(markdown)).toBe(false);
  });

  it('never contains anything that a step of the pipeline would change', () => {
    const pieces = fc.constantFrom(
      ...'\\< < > [ ] ( ) ! # | - = : @ \\ ` ``` ~~~ * _ ~~ ^ " --- === :-: --'.split(' '),
      ...'&lt; &#58; &period; &#91; a fish http https: //x.example www . javascript: mailto: é'.split(' '),
      ...[' ', '  ', '    ', '\t', '\n', '\n\n', '\r\n', '> ', '- ', '1. ', '\u00a0', '\u2028', '\f'],
    );
    const runs = rounds(2_000, 30_000);
    let plain = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const markdown = parts.join('');
        if (!isPlainProse(markdown)) return;
        plain += 1;
        const tags = renderBody(markdown, { locale: 'en' }).match(/<(?:"[^"]*"|[^>"])*>/g) ?? [];
        const others = tags.filter(
          (tag) =>
            !/^<\/?(?:p|br|hr|em|strong|del|blockquote|ul|ol(?: start="\d+")?|li|pre|code(?: class="language-[^"]*")?)>$/.test(
              tag,
            ),
        );
        expect(others, JSON.stringify(markdown)).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(plain).toBeGreaterThan(runs / 15);
  });
});
