import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { positionOf, relatedArticles, neighbourFingerprints } from '#src/newsroom/related.ts';
import { editionsOf, makeArticle, makeArticles, makeEdition } from '../../factories.ts';

const names = (articles: readonly { id: string }[]) => articles.map(({ id }) => id.split('/').at(-1));

/** Stories with any of a few topics, places and sections, over three years. */
const stories = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 1000 }),
      tags: fc.uniqueArray(fc.constantFrom('reef', 'wind', 'buses', 'sargassum')),
      places: fc.uniqueArray(fc.constantFrom('tulum', 'playa-del-carmen')),
      category: fc.constantFrom('environment', 'culture', 'region'),
      locale: fc.constantFrom('en' as const, 'es' as const),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((many) =>
    many.map(({ day, category, ...fields }, index) =>
      makeArticle({
        ...fields,
        stem: `story-${index}`,
        categories: [category],
        pubDate: new Date(Date.parse('2023-01-01T12:00:00Z') + day * 86_400_000),
      }),
    ),
  );

describe('relatedArticles', () => {
  it('never shows the story itself, another language, a story twice or too many', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 6 }), (articles, most) => {
        for (const edition of Object.values(editionsOf(articles))) {
          for (const article of edition.articles) {
            const related = relatedArticles(edition, article, most);
            expect(related.length).toBeLessThanOrEqual(most);
            expect(new Set(related).size).toBe(related.length);
            expect(related).not.toContain(article);
            expect(related.every(({ locale }) => locale === article.locale)).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whatever the order in which stories were read', () => {
    const shuffled = stories.chain((articles) =>
      fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
    );
    fc.assert(
      fc.property(shuffled, ([articles, others]) => {
        const [edition, other] = [makeEdition(articles), makeEdition(others)];
        for (const article of edition.articles) {
          expect(names(relatedArticles(other, article, 4))).toEqual(names(relatedArticles(edition, article, 4)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('holds a shared topic closer than a shared place, and that closer than a shared section', () => {
    const pubDate = '2026-11-20';
    const story = makeArticle({ stem: 'story', pubDate, tags: ['reef'], places: ['tulum'] });
    const edition = makeEdition([
      story,
      makeArticle({ stem: 'same-section', pubDate }),
      makeArticle({ stem: 'same-place', pubDate, places: ['tulum'], categories: ['culture'] }),
      makeArticle({ stem: 'same-topic', pubDate, tags: ['reef'], categories: ['region'] }),
      makeArticle({ stem: 'stranger', pubDate, categories: ['culture'] }),
    ]);
    expect(names(relatedArticles(edition, story, 4))).toEqual(['same-topic', 'same-place', 'same-section']);
  });

  it('holds a rare topic closer than a common one', () => {
    const categories = ['environment'];
    const story = makeArticle({ stem: 'story', tags: ['rare', 'common'] });
    const edition = makeEdition([
      story,
      ...makeArticles(8, { tags: ['common'], pubDate: '2026-11-20T09:00', categories: ['culture'] }),
      makeArticle({ stem: 'rare-one', tags: ['rare'], categories: ['region'], pubDate: '2026-11-20T09:00' }),
    ]);
    expect(story.categories).toEqual(categories);
    expect(names(relatedArticles(edition, story, 1))).toEqual(['rare-one']);
  });

  it('holds a story of the same week closer than one of years ago', () => {
    const story = makeArticle({ stem: 'story', tags: ['reef'], pubDate: '2024-06-01' });
    const edition = makeEdition([
      story,
      makeArticle({ stem: 'years-later', tags: ['reef'], pubDate: '2026-11-20' }),
      makeArticle({ stem: 'same-week', tags: ['reef'], pubDate: '2024-06-04' }),
      makeArticle({ stem: 'years-before', tags: ['reef'], pubDate: '2021-06-04' }),
    ]);
    expect(names(relatedArticles(edition, story, 2))).toEqual(['same-week', 'years-later']);
  });

  it('leaves an old story’s list as it was when a story comes in far from it in time', () => {
    const old = makeArticles(20, { tags: ['reef'] });
    const newcomer = makeArticle({ stem: 'newcomer', tags: ['reef'], pubDate: '2026-11-23' });
    const [before, after] = [makeEdition(old), makeEdition([newcomer, ...old])];
    const oldest = old.slice(13);
    for (const story of oldest) {
      expect(relatedArticles(after, story, 4)).toEqual(relatedArticles(before, story, 4));
    }
  });

  it('counts rarity in powers of two, so that a few new stories on a subject reorder no old list', () => {
    const onReef = (count: number, pubDate: string) =>
      makeArticles(count, { tags: ['reef'], categories: ['culture'], pubDate }).map((article) => ({
        ...article,
        id: `${article.id}-of-${pubDate}`,
      }));
    const story = makeArticle({ stem: 'story', tags: ['reef'], places: ['tulum'], pubDate: '2024-06-15' });
    const old = [
      story,
      makeArticle({ stem: 'same-topic', tags: ['reef'], categories: ['culture'], pubDate: '2024-06-14' }),
      makeArticle({ stem: 'same-place', places: ['tulum'], categories: ['region'], pubDate: '2024-06-05' }),
      ...onReef(2, '2019-01-01'),
    ];
    for (const edition of [makeEdition(old), makeEdition([...old, ...onReef(3, '2026-11-20')])]) {
      expect(names(relatedArticles(edition, story, 2))).toEqual(['same-topic', 'same-place']);
    }
  });

  it('finds nothing for a story that shares nothing, or has no one to share with', () => {
    const alone = makeArticle({ stem: 'alone', tags: ['reef'] });
    expect(relatedArticles(makeEdition([alone]), alone, 4)).toEqual([]);
    expect(relatedArticles(makeEdition([alone, makeArticle({ categories: ['culture'] })]), alone, 4)).toEqual([]);
  });
});

describe('the fingerprint of an article’s neighbours', () => {
  const stories = makeArticles(100, { tags: ['reef'] });
  const digestsOf = (articles: readonly Article[]) => {
    const edition = makeEdition(articles);
    const fingerprints = neighbourFingerprints(edition);
    return new Map(edition.articles.map(({ id }, at) => [id, fingerprints[at]]));
  };
  const before = digestsOf(stories);
  const changedBy = (articles: readonly Article[]) =>
    [...digestsOf(articles)].filter(([id, digest]) => before.has(id) && before.get(id) !== digest).length;

  it('is the same for the same stories, and another for nearly every story', () => {
    expect(changedBy(makeArticles(100, { tags: ['reef'] }))).toBe(0);
    expect(new Set(before.values()).size).toBeGreaterThan(5);
  });

  it('is another for the stories near one that is edited, comes or goes at the end, and for no others', () => {
    const [newest, ...others] = stories;
    const edited = makeArticle({
      stem: 'story-0',
      pubDate: newest?.pubDate ?? '',
      tags: ['reef'],
      title: 'Other words',
    });
    const added = makeArticle({ stem: 'newer', pubDate: '2026-11-20T10:00', tags: ['reef'] });
    for (const changed of [[edited, ...others], [added, ...stories], others]) {
      expect(changedBy(changed)).toBeGreaterThanOrEqual(11);
      expect(changedBy(changed)).toBeLessThan(40);
    }
  });

  it('is another for all stories of a list that becomes twice as long, since it says less of each', () => {
    const more = (count: number) =>
      makeArticles(count, { tags: ['reef'] }).map((_, at) =>
        makeArticle({ stem: `newer-${at}`, pubDate: new Date(Date.parse('2026-11-21') + at * 60_000), tags: ['reef'] }),
      );
    expect(changedBy([...stories, ...more(27)])).toBeLessThan(40);
    expect(changedBy([...stories, ...more(28)])).toBe(100);
  });
});

describe('positionOf', () => {
  it('finds every story of a sorted list', () => {
    fc.assert(
      fc.property(stories, (articles) => {
        const sorted = makeEdition(articles).articles;
        sorted.forEach((article, index) => {
          expect(positionOf(sorted, article)).toBe(index);
        });
      }),
      { numRuns: 30 },
    );
  });
});
