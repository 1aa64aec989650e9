import { describe, expect, it } from 'vitest';
import { ALLOWED } from '#src/markdown/allowed-html.ts';
import { elementsIn, parseHtml } from '#src/markdown/html-tree.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { portableHtml } from '#src/markdown/portable-html.ts';

const WHERE = { page: 'https://paper.example/articles/reef/', site: 'https://paper.example/' };
const picture = { src: '/_pictures/reef.1.800x600.webp', srcset: '/x 1w', width: 800, height: 600 };
const elsewhere = (markdown: string, where = WHERE) =>
  portableHtml(
    renderBody(markdown, {
      locale: 'en',
      dateline: 'TULUM',
      pictures: new Map([['/pictures/reef.webp', picture]]),
      isSponsored: true,
      ...where,
    }),
    where,
  ).trim();

/** What Miniflux keeps, by its own list; a strict reader. */
const MINIFLUX = new Set(
  `a abbr b blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s
  small strong sub sup table td th tr time u ul var wbr`.split(/\s+/),
);

describe('portableHtml', () => {
  it('leaves plain text as the page has it', () => {
    expect(elsewhere('One *word*.\n\n> Two\n\n1. Three')).toContain('<p>TULUM — One <em>word</em>.</p>');
    expect(portableHtml('<p>a</p>\n<ul>\n<li>b</li>\n</ul>', WHERE)).toBe('<p>a</p>\n<ul>\n<li>b</li>\n</ul>');
  });

  it('makes every address a full one, also below a path', () => {
    expect(elsewhere('[a](/topics/x/) [b](../y/) [c](#end) [d](https://e.example/?a=1&b=2)')).toBe(
      '<p>TULUM — <a href="https://paper.example/topics/x/">a</a> <a href="https://paper.example/articles/y/">b</a> <a href="https://paper.example/articles/reef/#end">c</a> <a href="https://e.example/?a=1&amp;b=2" rel="sponsored">d</a></p>',
    );
    const below = { page: 'https://user.example/paper/articles/reef/', site: 'https://user.example/paper/' };
    expect(elsewhere('[a](/topics/x/)', below)).toContain('href="https://user.example/paper/topics/x/"');
  });

  it('shows a picture with its words, and an embed as a link', () => {
    expect(elsewhere('![A reef](/pictures/reef.webp "Low tide © Ana")')).toContain(
      '<figure><img src="https://paper.example/_pictures/reef.1.800x600.webp" alt="A reef" width="800" height="600"><figcaption>Low tide © Ana</figcaption></figure>',
    );
    const video =
      '::video{url="https://www.youtube.com/watch?v=abcdefghijk" title="Turtles" picture="/pictures/reef.webp" alt="A reef"}';
    expect(elsewhere(video)).toMatch(
      /<figure><a href="https:\/\/www\.youtube\.com\/watch\?v=abcdefghijk"[^>]*><img [^>]*><br>Turtles<\/a>\s*<figcaption>Video on YouTube<\/figcaption><\/figure>/,
    );
    expect(elsewhere(video.replace(/ picture=.*(?=\})/, ''))).toContain('rel="sponsored">Turtles</a>');
  });

  it.each(['div', 'details', 'bdo'])('keeps the language and direction of what is in a %s', (name) => {
    const [open, close] = [`<${name} lang="ar" dir="rtl">`, `</${name}>`];
    const out =
      name === 'bdo'
        ? elsewhere(`Say ${open}<b>نص</b>${close}.`)
        : elsewhere(`${open}\n\nنص **عربي**\n\n<p lang="en">One</p>\n\n${close}`);
    expect(out).toMatch(/<(?:p|b) lang="ar" dir="rtl">نص/);
    if (name !== 'bdo') expect(out).toContain('<p lang="en" dir="rtl">One</p>');
  });

  it('writes what others drop as what they keep', () => {
    expect(elsewhere('<details><summary>More</summary>\n\nInside\n\n</details>')).toContain(
      '<p><strong>More</strong></p>',
    );
    expect(elsewhere('<mark>bright</mark> <samp>out</samp>')).toContain('<strong>bright</strong> <code>out</code>');
    expect(elsewhere('- [x] done\n- [ ] open')).toMatch(/☑ done[^]*☐ open/);
    const note = elsewhere('Text.[^1]\n\n[^1]: The note.');
    expect(note).toContain('<sup><a href="https://paper.example/articles/reef/#note-fn-1"');
    expect(note).toMatch(/<hr><h2>Notes<\/h2>\n<ol>\n<li>\n<p>The note\. <\/p>/);
  });

  it('holds nothing but what a strict reader keeps, whatever the body holds', () => {
    const marks = 'class="credit embed-link" id="y" style="color:red" data-footnotes onclick="x()"';
    for (const name of ALLOWED.keys()) {
      const parents = ALLOWED.get(name)?.parents ?? [];
      const tag = `<${name} ${marks}>words</${name}>`;
      const markdown = [tag, ...parents.map((parent) => `<${parent}>${tag}</${parent}>`)].join('\n\n');
      for (const { node } of elementsIn(parseHtml(elsewhere(markdown)))) {
        // A parser adds these between a table and its rows.
        if (!['tbody', 'thead'].includes(node.tagName)) expect(MINIFLUX).toContain(node.tagName);
        for (const name of ['className', 'style', 'id', 'srcSet', 'loading'])
          expect(node.properties).not.toHaveProperty(name);
      }
    }
  });
});
