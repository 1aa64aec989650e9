import { describe, expect, it } from 'vitest';
import { slugify, usableSlug } from '#src/writing/slugify.ts';

describe('a slug', () => {
  it.each([
    ['K Mart <KM> says 1986 net "turning point"', 'k-mart-km-says-1986-net-turning-point'],
    ['¿Qué pasó en Cancún?', 'que-paso-en-cancun'],
    ["Italy's payments", 'italys-payments'],
    ['日本', ''],
  ])('of “%s” is “%s”', (text, slug) => {
    expect(slugify(text, 70)).toBe(slug);
  });

  it('is cut at a word', () => {
    expect(slugify('one two three', 9)).toBe('one-two');
    expect(slugify('one two three', 7)).toBe('one-two');
    expect(slugify('unbreakable', 5)).toBe('unbre');
  });

  it('gets a prefix if the site reserves the word', () => {
    expect(usableSlug('Page', 'tag', 80)).toBe('tag-page');
  });
});
