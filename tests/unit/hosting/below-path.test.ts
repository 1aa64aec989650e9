import { describe, expect, it } from 'vitest';
import { belowPath } from '#src/hosting/below-path.ts';

const placed = (text: string, file = 'articles/reef/index.html') =>
  Buffer.from(belowPath(file, Buffer.from(text), '/paper')).toString('utf8');

describe('a file below a path of its host', () => {
  it.each([
    ['<a href="/latest/?a=b#c">', '<a href="/paper/latest/?a=b#c">'],
    ['<a class="x" href="/">', '<a class="x" href="/paper/">'],
    ['<form action="/search/" method="get">', '<form action="/paper/search/" method="get">'],
    ['<img src="/a.webp" alt="a > b">', '<img src="/paper/a.webp" alt="a > b">'],
    ['<img srcset="/a.webp 1x, /b.webp 2x">', '<img srcset="/paper/a.webp 1x, /paper/b.webp 2x">'],
    ['<div data-index="/_search/en/">', '<div data-index="/paper/_search/en/">'],
    ['<meta http-equiv="refresh" content="0; url=/x/">', '<meta http-equiv="refresh" content="0; url=/paper/x/">'],
    ['<blockquote cite="/articles/x/">', '<blockquote cite="/paper/articles/x/">'],
    ['<a href="../../../../latest/">', '<a href="/paper/latest/">'],
    ['<a href="/x/%2e%2e/../latest/">', '<a href="/paper/latest/">'],
    ['<a href="../glass/?a=1&amp;b=2">', '<a href="/paper/articles/glass/?a=1&amp;b=2">'],
  ])('names the same things: %s', (text, expected) => {
    expect(placed(text)).toBe(expected);
  });

  it.each([
    '<a href="https://paper.example/x/">',
    '<a href="//paper.example/x/">',
    '<a href="mailto:a@b.example">',
    '<a href="#part">',
    '<a href="">',
    '<a href="?q=x">',
    '<a href="glass/">',
    '<a title="/x/" data-texts="/x/">',
    '<p>href="/x/" &lt;a href="/x/"&gt;</p>',
    '<meta content="/x/">',
  ])('keeps what is not an address of the site’s: %s', (text) => {
    expect(placed(text)).toBe(text);
  });

  it('places a style’s pictures and fonts, and no other file’s text', () => {
    const style = `a { src: url(/_astro/a.woff2) format('woff2'), url("/b.svg"), url(data:font/woff2;base64,/x) }`;
    expect(placed(style, '_astro/x.css')).toBe(
      `a { src: url(/paper/_astro/a.woff2) format('woff2'), url("/paper/b.svg"), url(data:font/woff2;base64,/x) }`,
    );
    for (const file of ['rss.xml', '_redirects', '_astro/x.js', 'maps/tulum.svg'])
      expect(placed('<a href="/x/">', file)).toBe('<a href="/x/">');
  });

  it('is the file itself at the root', () => {
    const bytes = Buffer.from('<a href="/x/">');
    expect(belowPath('index.html', bytes, '')).toBe(bytes);
  });
});
