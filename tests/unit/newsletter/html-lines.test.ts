import { describe, expect, it } from 'vitest';
import { htmlLines } from '#src/newsletter/html-lines.ts';

describe('htmlLines', () => {
  it.each<[string, string, string[]]>([
    ['each paragraph a line', '<p>One\ntwo.</p><p>Three.</p>', ['One two.', 'Three.']],
    [
      'below a paragraph the addresses that it leads to, each once',
      '<p><a href="https://a.example/">A</a>, <a href="mailto:b@x.example">B</a>, <a href="https://a.example/">A again</a>.</p>',
      ['A, B, A again.\nhttps://a.example/\nmailto:b@x.example'],
    ],
    [
      'an address that is its own words once',
      '<p>See <a href="https://a.example/">https://a.example/</a></p>',
      ['See https://a.example/'],
    ],
    ['no address within the page', '<p><a href="#note">1</a></p>', ['1']],
    [
      'lists by item, with what is in them',
      '<ul><li>One</li><li><p>Two</p><ul><li>Three</li></ul></li></ul>',
      ['- One\n- Two\n  - Three'],
    ],
    ['numbers from where they start', '<ol start="3"><li>Three</li><li>Four</li></ol>', ['3. Three\n4. Four']],
    ['quotations with a mark on each line', '<blockquote><p>One</p><p>Two</p></blockquote>', ['> One\n> \n> Two']],
    ['line breaks and code as they are', '<p>A<br>B</p><pre><code>x  y\nz\n</code></pre>', ['A\nB', 'x  y\nz']],
    [
      'tables by row, after their caption',
      '<table><caption>Fares</caption><tr><th>To</th><th>Pesos</th></tr><tr><td>Tulum</td><td>50</td></tr></table>',
      ['Fares\nTo | Pesos\nTulum | 50'],
    ],
    [
      'pictures by their words',
      '<figure><img src="https://a.example/x.jpeg" alt="A reef"><figcaption>At noon <small>Photo: Ana</small></figcaption></figure>',
      ['[A reef]', 'At noon Photo: Ana'],
    ],
    ['a rule as a rule, and signs as signs', '<p>A &lt;b&gt; &amp; c</p><hr><p>d</p>', ['A <b> & c', '* * *', 'd']],
    ['nothing of nothing', '<p> </p><div></div>', []],
  ])('gives %s', (_, html, lines) => {
    expect(htmlLines(html)).toEqual(lines);
  });
});
