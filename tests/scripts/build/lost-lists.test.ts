import { describe, expect, it } from 'vitest';
import { lostLists } from '../../../scripts/build/lost-lists.ts';

describe('the lists that a build has removed', () => {
  it('are those of topics, authors, places and sections, in both languages', () => {
    expect(
      lostLists([
        'topics/reef/index.html',
        'es/temas/arrecife/index.html',
        'authors/ana-pech/index.html',
        'es/lugares/coba/index.html',
      ]),
    ).toEqual(['/topics/reef/', '/es/temas/arrecife/', '/authors/ana-pech/', '/es/lugares/coba/']);
  });

  it('are neither their numbered pages, nor articles, nor other files', () => {
    const others = ['topics/reef/page/1/index.html', 'articles/reef/index.html', 'es/articulos/arrecife/index.html'];
    expect(lostLists([...others, 'maps/coba.svg', 'latest/page/3/index.html', 'about/index.html'])).toEqual([]);
  });
});
