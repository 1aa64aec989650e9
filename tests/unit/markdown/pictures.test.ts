import { describe, expect, it } from 'vitest';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import { titleOf, titleParts } from '#src/markdown/picture-title.ts';
import { renderBody } from '#src/markdown/pipeline.ts';

const picture = { src: '/_astro/reef.webp', srcset: '/_astro/reef.webp 480w', width: 800, height: 450 };
const pictures = new Map([['/pictures/reef.webp', picture]]);
const html = (markdown: string) => renderBody(markdown, { locale: 'en', pictures }).trim();

const IMAGE =
  '<img src="/_astro/reef.webp" srcset="/_astro/reef.webp 480w" sizes="(min-width: 44rem) 42rem, 100vw" width="800" height="450" alt="A reef" loading="lazy" decoding="async">';

describe('pictures of a body', () => {
  it('are in a figure, with their size and optimised files', () => {
    expect(html('![A reef](/pictures/reef.webp)')).toBe(`<figure>${IMAGE}</figure>`);
  });

  it('may be written as <image>, which browsers read as <img>', () => {
    const markdown = '<IMAGE src="/pictures/reef.webp" alt="A reef">';
    expect(html(markdown)).toBe(html(markdown.replace('IMAGE', 'img')));
    expect(html(markdown)).toContain(IMAGE);
    expect(factsOfBody(markdown).pictures).toMatchObject([{ path: '/pictures/reef.webp', alt: 'A reef' }]);
  });

  it('have their Markdown title as caption, as text', () => {
    expect(html('![A reef](/pictures/reef.webp "At seven <b>")')).toBe(
      `<figure>${IMAGE}<figcaption>At seven &lt;b&gt;</figcaption></figure>`,
    );
  });

  it('have their credit beside it, if their title has one', () => {
    const below = (title: string) =>
      /<figcaption>(.*)<\/figcaption>/.exec(html(`![A reef](/pictures/reef.webp "${title}")`))?.[1];
    expect(below('At seven. | Photo: Ana')).toBe('At seven. <span class="credit">Photo: Ana</span>');
    expect(below('| Photo: Ana')).toBe('<span class="credit">Photo: Ana</span>');
    expect(below('At seven | eight. | Photo: Ana')).toBe('At seven | eight. <span class="credit">Photo: Ana</span>');
  });

  it.each([
    ['At seven.', ''],
    ['At seven.', 'Photo: Ana'],
    ['', 'Photo: Ana'],
    ['', ''],
  ])('have caption “%s” and credit “%s” apart again', (caption, credit) => {
    expect(titleParts(titleOf({ caption, credit }))).toEqual({ caption, credit });
  });

  it('stay inline within a text', () => {
    expect(html('See ![A reef](/pictures/reef.webp) here.')).toBe(`<p>See ${IMAGE} here.</p>`);
    expect(html('See [![A reef](/pictures/reef.webp)](/x/)')).toBe(`<p>See <a href="/x/">${IMAGE}</a></p>`);
  });

  it('are each in a figure if there are several, or if they are links', () => {
    const written = '![A reef](/pictures/reef.webp "Seven. | Ana")';
    const words = '<figcaption>Seven. <span class="credit">Ana</span></figcaption>';
    const figure = `<figure>${IMAGE}${words}</figure>`;
    for (const between of ['\n', ' ', '\\\n']) expect(html(written + between + written)).toBe(`${figure}\n${figure}`);
    const linked = `<figure><a href="/x/">${IMAGE}</a>${words}</figure>`;
    expect(html(`[${written}](/x/)\n${written}`)).toBe(`${linked}\n${figure}`);
    const dated = renderBody(`[${written}](/x/)\n${written}\n\nText.`, { locale: 'en', pictures, dateline: 'Tulum' });
    expect(dated.trim()).toBe(`${linked}\n${figure}\n<p><span class="dateline">Tulum</span> — Text.</p>`);
  });

  it.each([
    ['a text', 'See it: PICTURE'],
    ['emphasis', '**PICTURE**'],
    ['a list', '- PICTURE'],
    ['a table', '| a |\n|---|\n| PICTURE |'],
    ['a heading', '## The reef PICTURE'],
    ['a note', 'Text.[^1]\n\n[^1]: PICTURE'],
    ['a link with a text', '[PICTURE and more](/x/)'],
    ['HTML', '<div><img src="/pictures/reef.webp" alt="A reef" title="Seven. | Ana"></div>'],
  ])('keep their words within %s', (_, markdown) => {
    const picture = `![A reef](/pictures/reef.webp "Seven. ${markdown.startsWith('|') ? '\\|' : '|'} Ana")`;
    expect(html(markdown.replace('PICTURE', picture))).toContain(`${IMAGE} <small>(Seven. Ana)</small>`);
  });

  it('in HTML with a figure and a caption have no other', () => {
    const figure =
      '<figure><img src="/pictures/reef.webp" alt="A reef" title="DSC 1"><figcaption>Seven.</figcaption></figure>';
    expect(html(figure)).toBe(`<figure>${IMAGE}<figcaption>Seven.</figcaption></figure>`);
  });

  it('are found by reference too', () => {
    expect(html('![A reef][r]\n\n[r]: /pictures/reef.webp')).toBe(`<figure>${IMAGE}</figure>`);
  });

  it('are left out if they are not in the list', () => {
    expect(html('Text.\n\n![x](https://elsewhere.example/track.gif) and ![y](/pictures/gone.webp)')).not.toContain(
      '<img',
    );
  });
});

describe('the pictures in a body', () => {
  const paths = (markdown: string) => factsOfBody(markdown).pictures.map(({ path }) => path);

  it('lists the pictures in order, with their alternative texts', () => {
    const markdown =
      '![b](./b.jpg)\n\nText ![](/pictures/a.webp) and ![ ](./b.jpg).\n\n> ![c][Ref]\n\n[ref]: ./c.avif\n[ref]: ./d.avif';
    expect(factsOfBody(markdown).pictures).toMatchObject([
      { path: './b.jpg', alt: 'b' },
      { path: '/pictures/a.webp', alt: '' },
      { path: './b.jpg', alt: '' },
      { path: './c.avif', alt: 'c' },
    ]);
  });

  it('has the offset of each, and that of its path', () => {
    const markdown = '¡🐢! ![b](./b.jpg)\r\n\r\n> Two: ![b](./b.jpg)\r\n> and ![c][ref].\r\n\r\n[ref]: ./c.avif\r\n';
    const found = factsOfBody(markdown).pictures.map(({ offset, pathOffset }) => [
      markdown.slice(offset, offset + 4),
      markdown.slice(pathOffset),
    ]);
    expect(found).toEqual([
      ['![b]', markdown.slice(markdown.indexOf('./b.jpg'))],
      ['![b]', markdown.slice(markdown.lastIndexOf('./b.jpg'))],
      ['![c]', './c.avif\r\n'],
    ]);
  });

  it('has the picture’s offset if its path is written with escapes', () => {
    expect(factsOfBody('See ![a](./a\\_b.jpg)').pictures).toEqual([
      { path: './a_b.jpg', alt: 'a', offset: 4, pathOffset: 4 },
    ]);
  });

  it('finds pictures between two thematic breaks at the start of a body, which are shown, and in footnotes', () => {
    expect(paths('---\n![a](./a.jpg)\n---\n\nText.[^1]\n\n[^1]: See ![b](./b.jpg).')).toEqual(['./a.jpg', './b.jpg']);
  });

  it('lists a picture without a file, to be reported', () => {
    expect(paths('![a]() and ![b][n]\n\n[n]: <>')).toEqual(['', '']);
  });

  it('matches the names of pictures as Markdown does, in any case and spacing', () => {
    expect(paths('![a][ Árbol  Alto ]\n\n[árbol\nalto]: ./a.jpg')).toEqual(['./a.jpg']);
  });

  it('does not take links, code or text for pictures', () => {
    expect(paths('`![x](./x.jpg)`\n\n    ![y](./y.jpg)\n\n[z](./z.jpg) wow![')).toEqual([]);
  });

  it('takes an address for a picture’s only if a picture refers to it, whatever it ends with', () => {
    const links = 'See [p] and ![map][m].\n\n[p]: https://elsewhere.example/photo.jpg\n[m]: /pictures/map.svg';
    expect(paths(links)).toEqual(['/pictures/map.svg']);
  });

  it('lists those from elsewhere, to be reported', () => {
    expect(paths('![x](https://elsewhere.example/x.png)')).toEqual(['https://elsewhere.example/x.png']);
  });
});
