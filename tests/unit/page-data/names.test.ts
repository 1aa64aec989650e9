import { describe, expect, it } from 'vitest';
import { authorLinks, categoryLink, tagLinks } from '#src/page-data/names.ts';
import { makeAuthor, makeCategory, makeTag } from '../../factories.ts';

describe('names on pages', () => {
  it('are typeset as headlines are', () => {
    const title = { en: "The '90s", es: 'Los "años 90"' };
    expect(authorLinks('en', [makeAuthor('maeve', { name: "Maeve O'Brien" })])[0]?.text).toBe('Maeve O’Brien');
    expect(categoryLink('en', makeCategory('nineties', { title })).text).toBe('The ’90s');
    expect(tagLinks('es', [makeTag('nineties', { title })])[0]?.text).toBe('Los “años 90”');
  });
});
