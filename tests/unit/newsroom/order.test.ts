import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFirst } from '#src/newsroom/order.ts';
import { makeArticle } from '../../factories.ts';

describe('newestFirst', () => {
  it('puts the newest first and stories of one instant in the order of their ids', () => {
    const stories = [
      makeArticle({ stem: 'newest', pubDate: '2026-11-20T10:00' }),
      makeArticle({ stem: 'a', pubDate: '2026-11-20T09:00' }),
      makeArticle({ stem: 'a-b', pubDate: '2026-11-20T09:00' }),
      makeArticle({ stem: 'ab', pubDate: '2026-11-20T14:00Z' }),
      makeArticle({ stem: 'oldest', pubDate: '2025-11-20' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(stories, { minLength: stories.length }), (shuffled) => {
        expect(shuffled.sort(newestFirst)).toEqual(stories);
      }),
    );
  });
});
