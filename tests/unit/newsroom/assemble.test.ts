import { describe, expect, it } from 'vitest';
import { makeArticle, makePage } from '../../factories.ts';

describe('a text’s slug', () => {
  it('is the front matter’s, or the file’s name', () => {
    expect(makeArticle({ stem: 'reef' }).slug).toBe('reef');
    expect(makeArticle({ stem: 'reef', slug: 'calm-sea' })).toMatchObject({ slug: 'calm-sea', id: 'en/2026/reef' });
    expect(makePage({ stem: 'about', slug: 'us' })).toMatchObject({ slug: 'us', id: 'en/about' });
  });
});
