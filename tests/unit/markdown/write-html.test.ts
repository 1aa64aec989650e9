import { describe, expect, it } from 'vitest';
import { parseHtml } from '#src/markdown/html-tree.ts';
import { writeHtml } from '#src/markdown/write-html.ts';

describe('HTML as it is written', () => {
  it.each([
    ['<p>a &lt; b &gt; c &amp; "d" \'e\'</p>', 'signs of the text'],
    ['<p title="&lt;b&gt; &quot;a&quot; &amp; `\'">&gt;</p>', 'signs in attributes'],
    ['<p>&amp;lt;</p>', 'references that are text'],
    ['a\u00a0b &gt; é — 日本', 'letters and spaces as they are'],
    ['<img src="/a.webp" alt=""><br>', 'elements without content'],
    ['<input type="checkbox" disabled>', 'attributes without a value'],
    ['<ol start="3"><li class="a b">x</li></ol>', 'lists of words'],
    ['<a aria-describedby="x" tabindex="0" data-footnote-ref="">1</a>', 'names with hyphens'],
    ['<pre lang="en">\n\nx</pre>', 'an empty line at the head of <pre>'],
    ['<pre>x\n</pre>', 'no other line of <pre> twice'],
  ])('%s has %s', (html) => {
    expect(writeHtml(parseHtml(html))).toBe(html);
  });
});
