import { expect, it } from 'vitest';
import { picturesIn } from '#src/publish/render/render-pages.ts';

const inPage = (html: string) => picturesIn(Buffer.from(html));

it('the pictures of a page are found each once, wherever they are in it', () => {
  const html =
    '<meta content="https://paper.example/_pictures/card.en.reef.Ab-_9.png"><p>ñandú 🦩</p>' +
    '<img srcset="/_pictures/reef.12.480x270.webp 480w, /paper/_pictures/reef.12.800x450.webp 800w">' +
    '<img src="/_pictures/reef.12.480x270.webp">';
  expect(inPage(html)).toEqual([
    '/_pictures/card.en.reef.Ab-_9.png',
    '/_pictures/reef.12.480x270.webp',
    '/_pictures/reef.12.800x450.webp',
  ]);
});

it('the folder’s name alone, a folder with another name and the end of the page are no pictures', () => {
  expect(inPage('<a href="/_pictures/"> my_pictures/x.png, _pictures/y.png')).toEqual([]);
  expect(inPage('/_pictures/')).toEqual([]);
  expect(inPage('/_pictures/last.png')).toEqual(['/_pictures/last.png']);
});
