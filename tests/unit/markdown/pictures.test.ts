import { describe, expect, it } from 'vitest';
import { bodyPicturePaths } from '#src/markdown/body-pictures.ts';
import { renderBody } from '#src/markdown/pipeline.ts';

const picture = { src: '/_astro/reef.webp', srcset: '/_astro/reef.webp 480w', width: 800, height: 450 };
const pictures = new Map([['/pictures/reef.webp', picture]]);
const html = (markdown: string) => renderBody(markdown, { locale: 'en', pictures }).trim();

const IMAGE =
  '<img src="/_astro/reef.webp" srcset="/_astro/reef.webp 480w" sizes="(min-width: 44rem) 42rem, 100vw" width="800" height="450" alt="A reef" loading="lazy" decoding="async">';

describe('pictures of a body', () => {
  it('stand in a figure, with their size and optimised files', () => {
    expect(html('![A reef](/pictures/reef.webp)')).toBe(`<figure>${IMAGE}</figure>`);
  });

  it('have their Markdown title as caption, as text', () => {
    expect(html('![A reef](/pictures/reef.webp "At seven <b>")')).toBe(
      `<figure>${IMAGE}<figcaption>At seven &lt;b&gt;</figcaption></figure>`,
    );
  });

  it('stay in their line within a text or a link', () => {
    expect(html('See ![A reef](/pictures/reef.webp) here.')).toBe(`<p>See ${IMAGE} here.</p>`);
    expect(html('[![A reef](/pictures/reef.webp)](/x/)')).toBe(`<p><a href="/x/">${IMAGE}</a></p>`);
  });

  it('are found by reference too', () => {
    expect(html('![A reef][r]\n\n[r]: /pictures/reef.webp')).toBe(`<figure>${IMAGE}</figure>`);
  });

  it('are left out where nobody made them ready', () => {
    expect(html('Text.\n\n![x](https://elsewhere.example/track.gif) and ![y](/pictures/gone.webp)')).not.toContain(
      '<img',
    );
  });
});

describe('bodyPicturePaths', () => {
  it('lists each picture once, in order', () => {
    const markdown =
      '![b](./b.jpg)\n\nText ![a](/pictures/a.webp) and ![b again](./b.jpg).\n\n> ![c][ref]\n\n[ref]: ./c.avif';
    expect(bodyPicturePaths(markdown)).toEqual(['./b.jpg', '/pictures/a.webp', './c.avif']);
  });

  it('knows pictures from links, code and words', () => {
    expect(bodyPicturePaths('`![x](./x.jpg)`\n\n    ![y](./y.jpg)\n\n[z](./z.jpg) wow![')).toEqual([]);
  });

  it('lists those from elsewhere, for the reader to refuse', () => {
    expect(bodyPicturePaths('![x](https://elsewhere.example/x.png)')).toEqual(['https://elsewhere.example/x.png']);
  });
});
