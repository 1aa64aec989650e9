import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyNewsroom } from '#src/newsroom/newsroom.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import { editionsOf, makeArticle, type ArticleInput } from '../../factories.ts';

const NOON = new Date('2026-11-24T12:00:00-05:00');
const MIDNIGHT = new Date('2026-11-25T00:00:00-05:00');

const nextOf = (...stories: Partial<ArticleInput>[]) =>
  nextChange(
    { ...emptyNewsroom(), articles: stories.map((story, index) => makeArticle({ stem: `story-${index}`, ...story })) },
    NOON,
  );

describe('the next change', () => {
  it('is the midnight in Cancún if no story changes before it: the front pages bear the date', () => {
    expect(nextOf()).toEqual(MIDNIGHT);
    expect(nextOf({ pubDate: '2026-11-26' }, { expiryDate: '2026-12-01' })).toEqual(MIDNIGHT);
    expect(nextChange(emptyNewsroom(), MIDNIGHT)).toEqual(new Date('2026-11-26T00:00:00-05:00'));
  });

  it('is the instant at which a story becomes due', () => {
    expect(nextOf({ pubDate: '2026-11-24T18:30' }, { pubDate: '2026-11-24T17:15' })).toEqual(
      new Date('2026-11-24T17:15:00-05:00'),
    );
  });

  it('is the instant at which a story expires', () => {
    expect(nextOf({ expiryDate: '2026-11-24T20:00' })).toEqual(new Date('2026-11-24T20:00:00-05:00'));
  });

  it('is the instant at which a published story’s update or correction becomes due', () => {
    const clarification = { kind: 'clarification', text: 'It was the north pier.' } as const;
    expect(nextOf({ updatedDate: '2026-11-24T16:00' })).toEqual(new Date('2026-11-24T16:00:00-05:00'));
    expect(
      nextOf({
        corrections: [
          { date: '2026-11-24T19:00', ...clarification },
          { date: '2026-11-24T17:00', ...clarification },
        ],
      }),
    ).toEqual(new Date('2026-11-24T17:00:00-05:00'));
  });

  it('is not the update of an article that nobody can read by then', () => {
    const expired = { expiryDate: '2026-11-24T13:00', updatedDate: '2026-11-24T16:00' };
    expect(nextOf({ draft: true, updatedDate: '2026-11-24T16:00' })).toEqual(MIDNIGHT);
    expect(nextOf({ ...expired, expiryDate: '2026-11-23' })).toEqual(MIDNIGHT);
    expect(nextOf(expired)).toEqual(new Date('2026-11-24T13:00:00-05:00'));
  });

  it('is not that of a draft or a withdrawn article', () => {
    const due = { pubDate: '2026-11-24T18:30', expiryDate: '2026-11-24T20:00' };
    const withdrawn = { date: '2026-11-24T11:00', reason: 'The figures were wrong.' };
    expect(nextOf({ ...due, draft: true }, { ...due, withdrawn })).toEqual(MIDNIGHT);
  });

  it('is the instant at which the address of a withdrawn story begins to say so', () => {
    const due = { pubDate: '2026-11-24T18:30', withdrawn: { date: '2026-11-24', reason: 'The figures were wrong.' } };
    expect(nextOf(due)).toEqual(new Date('2026-11-24T18:30:00-05:00'));
    expect(nextOf({ ...due, draft: true })).toEqual(MIDNIGHT);
    expect(nextOf({ ...due, pubDate: '2026-11-23', expiryDate: '2026-11-24T20:00' })).toEqual(MIDNIGHT);
  });

  it('is neither too late nor too early, whatever the dates', () => {
    const minutes = fc.integer({ min: -2_000, max: 2_000 });
    const at = (minute: number) => new Date(NOON.getTime() + minute * 60_000);
    const stories = fc.array(
      fc.record({
        due: minutes,
        lasts: fc.option(fc.integer({ min: 1, max: 2_000 })),
        draft: fc.boolean(),
        updatedAfter: fc.option(fc.nat({ max: 2_000 })),
        corrected: fc.array(minutes, { maxLength: 2 }),
        withdrawnAt: fc.option(minutes, { freq: 1 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 1_000 }), (facts, thousandth) => {
        const articles = facts.map(({ due, lasts, draft, updatedAfter, corrected, withdrawnAt }, index) =>
          makeArticle({
            stem: `story-${index}`,
            pubDate: at(due),
            ...(lasts && { expiryDate: at(due + lasts) }),
            draft,
            ...(updatedAfter !== null && { updatedDate: at(due + updatedAfter) }),
            ...(withdrawnAt !== null && { withdrawn: { date: at(withdrawnAt), reason: 'It was not so.' } }),
            // Of a story that left its address to the one before it.
            aliases: [`/old-${index}/`, ...(index > 0 ? [`/articles/story-${index - 1}/`] : [])],
            corrections: corrected.map((minute) => ({ date: at(minute), kind: 'update', text: 'It is open.' })),
          }),
        );
        const shownAt = (instant: Date) => {
          const { articles: shown, withdrawn, redirects } = editionsOf(articles, { now: instant }).en;
          return { shown, withdrawn, redirects };
        };
        const next = nextChange({ ...emptyNewsroom(), articles }, NOON);
        const between = new Date(NOON.getTime() + ((next.getTime() - NOON.getTime() - 1) * thousandth) / 1_000);
        expect(next > NOON && next <= MIDNIGHT).toBe(true);
        expect(shownAt(between)).toEqual(shownAt(NOON));
        if (next < MIDNIGHT) expect(shownAt(next)).not.toEqual(shownAt(NOON));
      }),
    );
  });
});
