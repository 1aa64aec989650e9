import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublished, hasTombstone, withheldReason } from '#src/newsroom/visibility.ts';
import { makeArticle, type ArticleInput } from '../../factories.ts';
import { rounds } from '../../long.ts';

const NOON = new Date('2026-11-24T12:00:00-05:00');
const aMillisecond = (way: number) => new Date(NOON.getTime() + way);

/** Zones with and without summer time, whole and broken hours, on both sides of the date line; undefined: none is written. */
const ZONES = [
  undefined,
  'UTC',
  ...['America/Cancun', 'America/New_York', 'America/St_Johns', 'Europe/Madrid', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Pacific/Marquesas'],
];

const withdrawn = { date: '2026-11-21', reason: 'The figures were wrong.' };

describe('withheldReason', () => {
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
    expect(withheldReason(makeArticle(fields), NOON)).toBe(reason);
  });

  it('publishes at the very instant of pubDate, not before', () => {
    const story = makeArticle({ pubDate: NOON });
    expect(withheldReason(story, aMillisecond(-1))).toBe('embargoed');
    expect(withheldReason(story, NOON)).toBeUndefined();
  });

  it('ends a story at the very instant of expiryDate', () => {
    const story = makeArticle({ expiryDate: NOON });
    expect(withheldReason(story, aMillisecond(-1))).toBeUndefined();
    expect(withheldReason(story, NOON)).toBe('expired');
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

describe('the tombstone of a withdrawn article', () => {
  it.each<[string, Partial<ArticleInput>, boolean]>([
    ['a withdrawn story', { withdrawn }, true],
    ['one that would have expired by now', { withdrawn, expiryDate: '2026-11-22' }, true],
    [
      'one that was withdrawn on the day it came out, the hour unsaid',
      { pubDate: '2026-11-21T18:00', withdrawn },
      true,
    ],
    ['a story that is published', {}, false],
    ['a withdrawn draft, which nobody has seen', { withdrawn, draft: true }, false],
    ['one that was withdrawn before it was due', { pubDate: '2026-11-22T00:00', withdrawn }, false],
    [
      'one that was withdrawn an hour before it was due',
      { pubDate: '2026-11-21T18:00', withdrawn: { ...withdrawn, date: '2026-11-21T17:00' } },
      false,
    ],
    [
      'one that is due tomorrow and withdrawn later',
      { pubDate: '2026-11-25', withdrawn: { ...withdrawn, date: '2026-11-26' } },
      false,
    ],
  ])('%s', (_, fields, isExpected) => {
    expect(hasTombstone(makeArticle(fields), NOON)).toBe(isExpected);
  });

  it('is never beside the article itself', () => {
    for (const fields of [{}, { withdrawn }, { withdrawn, draft: true }]) {
      const story = makeArticle(fields);
      expect(hasTombstone(story, NOON) && isPublished(story, NOON)).toBe(false);
    }
  });
});

describe('an embargo', () => {
  // Cancún has kept one time since February 2015.
  const dues = fc.date({
    min: new Date('2015-03-01T00:00:00Z'),
    max: new Date('2090-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const zones = fc.constantFrom(...ZONES);
  const before = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 10 * 365 * 86_400_000 }));

  it('holds to the last millisecond, in whichever zone its end is written', () => {
    fc.assert(
      fc.property(dues, zones, before, (due, zone, early) => {
        const story = makeArticle({ pubDate: writtenIn(zone, due) });
        expect(isPublished(story, new Date(due.getTime() - early))).toBe(false);
        expect(isPublished(story, due)).toBe(true);
      }),
      { numRuns: rounds(300, 10_000) },
    );
  });
});

/** A moment as a clock on the wall of a zone shows it, with that zone's offset at that moment, summer time and all. */
function writtenIn(zone: string | undefined, instant: Date): string {
  if (!zone) return new Date(instant.getTime() - 5 * 3_600_000).toISOString().slice(0, -1);
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const shift = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return `${new Date(instant.getTime() + shift).toISOString().slice(0, -1)}${offset}`;
}
