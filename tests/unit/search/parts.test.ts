import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthKey, type Edition } from '#src/newsroom/edition.ts';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { newestFirst } from '#src/newsroom/order.ts';
import { partKey, searchParts, type SearchPart } from '#src/search/parts.ts';
import { makeArticle, makeAuthor, makeCategory, makeEdition, makePlace, makeTag } from '../../factories.ts';

/** Small enough that a handful of stories fills them. */
const SIZES = { chunk: 3, volume: 7 };

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2026-01-01T12:00:00-05:00');

/** One story for each number, which is the day it was published, counted from the first. */
const storiesOn = (days: readonly number[]): Article[] =>
  days.map((day, index) => makeArticle({ stem: `story-${index}`, pubDate: new Date(FIRST_DAY + day * DAY_MS) }));

/** The parts of an edition that holds these stories, in whatever order they were read. */
const partsOf = (articles: readonly Article[], sizes = SIZES) =>
  searchParts({ articles: articles.toSorted(newestFirst) }, sizes);

const idsOf = ({ name, articles }: SearchPart) => ({ name, ids: articles.map(({ id }) => id) });
const counts = (parts: readonly SearchPart[]) => parts.map(({ name, articles }) => `${name} ${articles.length}`);

/** Days on which stories came: a quiet paper, a busy one, and an archive imported in a day. */
const anyDays = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }),
  fc.array(fc.constantFrom(10, 11), { maxLength: 60 }),
);

/** The first days of January, February, …, counted from the first of January. */
const MONTHS = [0, 31, 59, 90, 120, 151, 181, 212];

describe('the parts of an index', () => {
  it('are one in a small newsroom, and in an empty one', () => {
    expect(counts(searchParts(makeEdition(storiesOn([0, 40, 80]))))).toEqual(['recent 3']);
    expect(counts(searchParts(makeEdition([])))).toEqual(['recent 0']);
  });

  it('end with a month, once a chunk is full', () => {
    // January 2, February 2: no chunk is full before the end of February.
    const parts = partsOf(storiesOn([0, 1, 31, 32, 59, 60, 61, 90]));
    expect(counts(parts)).toEqual(['recent 4', 'archive-1 4']);
    expect(parts[0]?.articles.map(monthKey)).toEqual(['2026/04', '2026/03', '2026/03', '2026/03']);
  });

  it('count months in the site’s zone', () => {
    const late = ['2026-01-31T23:50:00-05:00', '2026-01-31T23:55:00-05:00', '2026-01-31T23:59:00-05:00'];
    const early = ['2026-02-01T00:10:00-05:00', '2026-02-02', '2026-02-03', '2026-03-01'];
    const stories = [...late, ...early].map((pubDate, index) => makeArticle({ stem: `story-${index}`, pubDate }));
    expect(counts(partsOf(stories))).toEqual(['recent 4', 'archive-1 3']);
  });

  it('gather chunks until a volume is full, and then begin another', () => {
    const threeAMonth = MONTHS.flatMap((day) => [day, day + 1, day + 2]);
    const upTo = (months: number) => counts(partsOf(storiesOn(threeAMonth.slice(0, months * 3))));
    expect(upTo(4)).toEqual(['recent 6', 'archive-1 6']);
    expect(upTo(5)).toEqual(['recent 6', 'archive-1 9']);
    expect(upTo(6)).toEqual(['recent 6', 'archive-2 3', 'archive-1 9']);
    expect(upTo(8)).toEqual(['recent 6', 'archive-2 9', 'archive-1 9']);
  });

  it('end within a month that brings more than two chunks, with a day', () => {
    const days = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4];
    expect(counts(partsOf(storiesOn(days)))).toEqual(['recent 7', 'archive-1 7']);
  });

  it('end within a day that brings more than four chunks', () => {
    expect(counts(partsOf(storiesOn(Array<number>(30).fill(5))))).toEqual(['recent 18', 'archive-1 12']);
  });

  it('hold every story once, newest first from part to part', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const stories = storiesOn(days);
        const inParts = partsOf(stories).flatMap(({ articles }) => articles);
        expect(inParts).toEqual(stories.toSorted(newestFirst));
      }),
    );
  });

  it('stay bounded, whatever the dates', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        for (const { name, articles } of partsOf(storiesOn(days))) {
          expect(articles.length).toBeLessThan(
            name === 'recent' ? 8 * SIZES.chunk + 1 : SIZES.volume + 4 * SIZES.chunk,
          );
        }
      }),
    );
  });

  it('have names of their own', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const names = partsOf(storiesOn(days)).map(({ name }) => name);
        expect(names).toEqual(['recent', ...names.slice(1).map((_, index) => `archive-${names.length - 1 - index}`)]);
      }),
    );
  });

  it('depend on the stories alone, not on the order in which they are read', () => {
    const shuffled = anyDays.chain((days) => {
      const stories = storiesOn(days);
      return fc.tuple(fc.constant(stories), fc.shuffledSubarray(stories, { minLength: stories.length }));
    });
    fc.assert(
      fc.property(shuffled, ([stories, others]) => {
        expect(searchParts(makeEdition(others), SIZES)).toEqual(searchParts(makeEdition(stories), SIZES));
      }),
    );
  });

  it('do not move when a new story comes: at most, the chunk it closes joins the newest archive part', () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 1, max: 70 }), (days, later) => {
        const before = partsOf(storiesOn(days));
        const after = partsOf(storiesOn([...days, Math.max(0, ...days) + later]));
        const [recent, newestArchive, ...closed] = before.map(idsOf);
        const now = after.map(idsOf);
        // Every archive part but the newest, which may grow, is as it was.
        expect(now.slice(now.length - closed.length)).toEqual(closed);
        const grown = now.find(({ name }) => name === newestArchive?.name)?.ids ?? [];
        expect(grown.slice(grown.length - (newestArchive?.ids.length ?? 0))).toEqual(newestArchive?.ids ?? []);
        // And the recent part either has one more, or has given its older chunk away.
        const isCut = now[0]?.ids.length !== (recent?.ids.length ?? 0) + 1;
        expect(now[0]?.ids).toEqual([idOfNewest(days), ...(recent?.ids ?? [])].slice(0, now[0]?.ids.length));
        if (!isCut) expect(now.slice(1)).toEqual(before.map(idsOf).slice(1));
      }),
    );
  });

  it('change in one place when a recent story is gone', () => {
    const stories = storiesOn(MONTHS.flatMap((day) => [day, day + 1, day + 2, day + 3]));
    const before = partsOf(stories).map(idsOf);
    const after = partsOf(stories.filter(({ id }) => id !== before[0]?.ids[0])).map(idsOf);
    expect(after.slice(1)).toEqual(before.slice(1));
  });
});

const idOfNewest = (days: readonly number[]) => `en/2026/story-${days.length}`;

describe('the key of a part', () => {
  const fields = {
    title: 'The reef',
    description: 'Divers counted fish',
    pubDate: '2026-11-20T09:00',
    authors: ['ana-pech'],
    categories: ['environment'],
    tags: ['sargassum'],
    places: ['tulum'],
    dateline: 'playa-del-carmen',
  };
  const keyOf = (edition: Edition, version = 'v1') =>
    searchParts(edition).map((part) => partKey(edition, part, version))[0];
  const editionWith = (changes: Parameters<typeof makeArticle>[0] = {}, newsroom: Partial<Newsroom> = {}) =>
    makeEdition([makeArticle({ ...fields, ...changes })], { newsroom });
  const plain = keyOf(editionWith());

  it('is short, and the same for the same records', () => {
    expect(plain).toMatch(/^[0-9a-f]{16}$/);
    expect(keyOf(editionWith())).toBe(plain);
  });

  it.each([
    ['its headline', { title: 'The other reef' }],
    ['its standfirst', { description: 'Divers counted sharks' }],
    ['its minute', { pubDate: '2026-11-20T09:01' }],
    ['its byline', { authors: ['ignacio-ek'] }],
    ['its sections', { categories: ['environment', 'region'] }],
    ['its topics', { tags: [] }],
    ['its places', { places: [] }],
    ['its dateline', { dateline: 'mexico-city' }],
    ['its address', { stem: 'another-morning' }],
  ])('changes with a story: %s', (_, changes) => {
    expect(keyOf(editionWith(changes))).not.toBe(plain);
  });

  it.each<[string, Partial<Newsroom>]>([
    ['an author', { authors: [makeAuthor('ana-pech', { name: 'Ana Pech Uc' })] }],
    ['a section', { categories: [makeCategory('environment', { title: { en: 'Nature', es: 'Naturaleza' } })] }],
    ['a topic', { tags: [makeTag('sargassum', { title: { en: 'Seaweed', es: 'Sargazo' } })] }],
    ['a place', { places: [makePlace('tulum', { name: { en: 'Tulum Town', es: 'Tulum' } })] }],
    ['a place’s other name', { places: [makePlace('tulum', { aliases: ['TUL'] })] }],
  ])('changes with the name of what a story names: %s', (_, newsroom) => {
    expect(keyOf(editionWith({}, newsroom))).not.toBe(plain);
  });

  it('changes if a story names what another names, or a headline keeps its length', () => {
    const three = (topics: readonly string[][], title = 'The reef') =>
      keyOf(
        makeEdition(
          [0, 1, 2].map((at) => makeArticle({ ...fields, title, stem: `story-${at}`, tags: topics[at] ?? [] })),
        ),
      );
    const key = three([['sargassum'], ['reef'], ['reef']]);
    expect(three([['sargassum'], ['reef'], ['sargassum']])).not.toBe(key);
    expect(three([['sargassum'], ['reef'], ['reef']], 'The reel')).not.toBe(key);
    expect(keyOf(editionWith({ description: 'Divers counted shrimp' }))).not.toBe(
      keyOf(editionWith({ description: 'Divers counted shrooms'.slice(0, 21) })),
    );
  });

  it('changes with a body’s digest', () => {
    const story = { ...makeArticle(fields), bodyDigest: 'ffffffffffffffff' };
    expect(keyOf(makeEdition([story]))).not.toBe(plain);
  });

  it('changes with the code that makes the index', () => {
    expect(keyOf(editionWith(), 'v2')).not.toBe(plain);
  });

  it('changes with a story that comes or goes', () => {
    const other = makeArticle({ stem: 'another', pubDate: '2026-11-19T09:00' });
    expect(keyOf(makeEdition([makeArticle(fields), other]))).not.toBe(plain);
    expect(keyOf(makeEdition([]))).not.toBe(plain);
  });

  it('is left alone by what no record holds', () => {
    expect(keyOf(editionWith({ featured: 'lead' }))).toBe(plain);
    expect(keyOf(editionWith({}, { authors: [makeAuthor('ana-pech', { kind: 'desk' })] }))).toBe(plain);
  });
});
