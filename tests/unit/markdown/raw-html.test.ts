import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';
import { factsOfBody } from '#src/markdown/body-facts.ts';

const html = (markdown: string) => renderBody(markdown, { locale: 'en' }).trim();

describe('HTML written by hand', () => {
  it.each([
    ['H<sub>2</sub>O, 10<sup>6</sup>, <kbd>Esc</kbd>', '<p>H<sub>2</sub>O, 10<sup>6</sup>, <kbd>Esc</kbd></p>'],
    ['<abbr title="Comisión">CFE</abbr>', '<p><abbr title="Comisión">CFE</abbr></p>'],
    ['One<br>two', '<p>One<br>two</p>'],
    [
      '<details>\n<summary>More</summary>\n\nThe *rest*.\n\n</details>\n\nAfter.',
      '<details>\n<summary>More</summary>\n<p>The <em>rest</em>.</p>\n</details>\n<p>After.</p>',
    ],
    ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<h1>Title</h1>', '<h2 id="s-title">Title</h2>'],
    ['> <div>\n> x\n> </div>', '<blockquote>\n<div>\nx\n</div>\n</blockquote>'],
  ])('%j stays if it is harmless', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each([
    ['One <script>alert(1)</script> two', '<p>One  two</p>'],
    ['<script>\nalert(1)\n</script>\n\nAfter.', '<p>After.</p>'],
    ['<style>* { color: red }</style>\n\nAfter.', '<p>After.</p>'],
    ['<iframe src="https://x.example">Too old</iframe> after', 'after'],
    ['<svg><text>x</text></svg>\n\nAfter.', '<p>After.</p>'],
    ['Pick <select><option>one</option></select> now', '<p>Pick  now</p>'],
  ])('%j is removed with its content if it is dangerous', (markdown, expected) => {
    expect(html(markdown).trim()).toBe(expected);
  });

  it.each([
    ['The <script> tag runs.\n\nAfter.', '<p>The  tag runs.</p>\n<p>After.</p>'],
    ['Text <!-- a note --> more', '<p>Text  more</p>'],
    ['<b>Bold\n\nand not.', '<p>Bold</p>\n<p>and not.</p>'],
    ['<details>\n\nNever closed.', '<p>Never closed.</p>'],
    ['A <iframe> b\n\n</iframe> c', '<p>A  b</p>\n c'],
    ['<font color="red">Red</font> <o:p>', '<p>Red &lt;o:p&gt;</p>'],
    ['<center>One</center><center>Two</center>', '<div>One</div><div>Two</div>'],
    ['Dear <your name>, <x onclick="alert(1)">', '<p>Dear &lt;your name&gt;, &lt;x onclick="alert(1)"&gt;</p>'],
    ['<?php echo 1 ?> <![CDATA[x]]>', '&lt;?php echo 1 ?&gt; &lt;![CDATA[x]]&gt;'],
    ['<img src=x onerror=alert(1)// half', '<p>&lt;img src=x onerror=alert(1)// half</p>'],
  ])('%j takes no other text with it', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('does not reach beyond its quote, list or cell', () => {
    const out = html('> <b>a\n\n- <em>b\n\n| <i>c | d |\n|---|---|\n| <u>e | f |\n\nAfter.');
    expect(out).toContain('<p>After.</p>');
    expect(out).not.toMatch(/<(?:b|em|i|u)>/);
  });

  it('is the text it is within code', () => {
    expect(html('`<b>` and\n\n```\n<script>x</script>\n```')).toBe(
      '<p><code>&lt;b&gt;</code> and</p>\n<pre><code>&lt;script&gt;x&lt;/script&gt;\n</code></pre>',
    );
  });

  it('shows no picture that the newsroom does not have', () => {
    expect(html('<img src="https://x.example/track.gif" alt="x">\n\n<p><img src="/favicon.svg"></p>')).toBe('');
  });

  it('shadows no global name: ids get a prefix, and links follow them', () => {
    expect(html('<p id="location">a</p>\n\n<p id="location">b</p>\n\n[c](#location) [d](#s-e)')).toBe(
      '<p id="s-location">a</p>\n<p>b</p>\n<p><a href="#s-location">c</a> <a href="#s-e">d</a></p>',
    );
  });

  it('keeps only the classes that Markdown sets', () => {
    expect(html('<div class="masthead table-frame">a</div>\n\n<code class="x language-js">b</code>')).toBe(
      '<div class="table-frame">a</div>\n<p><code class="language-js">b</code></p>',
    );
  });
});

describe('what is removed from a body', () => {
  const lost = (markdown: string) =>
    factsOfBody(markdown).lostTags.map(({ name, offset }) => `${name} ${markdown.slice(offset, offset + 8)}`);

  it('is reported with its offset if its content goes too', () => {
    expect(lost('¡Ñ! <IFRAME src=x></IFRAME>\n\n<div>\n<script>\n</script></div>\n\n> <form><input>')).toEqual([
      'iframe <IFRAME ',
      'script <script>',
      'input <input>',
    ]);
  });

  it('is not reported if its content stays, or if it is code', () => {
    expect(lost('<b>x</b> <font>y</font> <your name> `<script>` <!-- <script> -->')).toEqual([]);
  });
});
