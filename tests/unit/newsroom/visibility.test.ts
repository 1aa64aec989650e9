import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublished, withholding } from '#src/newsroom/visibility.ts';
import { makeArticle, type ArticleInput } from '../../factories.ts';

const NOON = new Date('2026-11-24T12:00:00-05:00');
const aMillisecond = (way: number) => new Date(NOON.getTime() + way);

const withdrawn = { date: '2026-11-21', reason: 'The figures were wrong.' };

describe('withholding', () => {
  it.each<[string, Partial<ArticleInput>, string | undefined]>([
    ['a story of the past', {}, undefined],
    ['a withdrawn story', { withdrawn }, 'withdrawn'],
    ['a draft', { draft: true }, 'draft'],
    ['a story due tomorrow', { pubDate: '2026-11-25' }, 'embargoed'],
    ['a story that ended yesterday', { expiryDate: '2026-11-23' }, 'expired'],
    ['a story that ends tomorrow', { expiryDate: '2026-11-25' }, undefined],
    ['a withdrawn draft', { withdrawn, draft: true }, 'withdrawn'],
    ['a draft due tomorrow', { draft: true, pubDate: '2026-11-25' }, 'draft'],
  ])('%s', (_, fields, reason) => {
    expect(withholding(makeArticle(fields), NOON)).toBe(reason);
  });

  it('publishes at the very instant of pubDate, not before', () => {
    const story = makeArticle({ pubDate: NOON });
    expect(withholding(story, aMillisecond(-1))).toBe('embargoed');
    expect(withholding(story, NOON)).toBeUndefined();
  });

  it('ends a story at the very instant of expiryDate', () => {
    const story = makeArticle({ expiryDate: NOON });
    expect(withholding(story, aMillisecond(-1))).toBeUndefined();
    expect(withholding(story, NOON)).toBe('expired');
  });

  it('reads a time without an offset as Cancún time: a 09:00 story is not live at 04:00', () => {
    const story = makeArticle({ pubDate: '2026-11-24T09:00' });
    expect(isPublished(story, new Date('2026-11-24T09:00:00Z'))).toBe(false);
    expect(isPublished(story, new Date('2026-11-24T14:00:00Z'))).toBe(true);
  });
});

describe('isPublished', () => {
  const hours = fc.integer({ min: -1000, max: 1000 });
  const stories = fc
    .record({
      published: hours,
      lifetime: fc.option(fc.integer({ min: 1, max: 1000 })),
      draft: fc.boolean(),
      gone: fc.boolean(),
    })
    .map(({ published, lifetime, draft, gone }) =>
      makeArticle({
        pubDate: aMillisecond(published * 3_600_000),
        draft,
        ...(lifetime !== null && { expiryDate: aMillisecond((published + lifetime) * 3_600_000) }),
        ...(gone && { withdrawn }),
      }),
    );

  it('shows only what is due, not ended, finished and not withdrawn', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const isDue = story.pubDate <= NOON;
        const isOver = story.expiryDate !== undefined && story.expiryDate <= NOON;
        expect(isPublished(story, NOON)).toBe(isDue && !isOver && !story.draft && !story.withdrawn);
      }),
    );
  });

  it('keeps a story that has no end once it is out', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 1e12 }), (story, later) => {
        fc.pre(isPublished(story, NOON) && !story.expiryDate);
        expect(isPublished(story, aMillisecond(later))).toBe(true);
      }),
    );
  });
});
