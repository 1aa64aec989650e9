import { describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { articlePage, articleGroups } from '#src/page-data/article.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { latestGroups } from '#src/page-data/lists.ts';
import { sourcesDigest, staticPath } from '#src/page-data/static-path.ts';
import { parseSite } from '#src/site.ts';
import { editionsOf, makeArticle, makeArticles, makeAuthor, makeTag, SITE } from '../../factories.ts';

const CORRECTION = { date: '2026-11-21', kind: 'correction', text: 'It was Tuesday.' } as const;

describe('a page’s key', () => {
  const story = makeArticle();
  const keyOf = (sources: object) => staticPath({}, sources, () => ({})).cacheKey;

  it('is the same for sources that are equal, whoever made them', () => {
    expect(keyOf({ article: story, at: 1 })).toBe(keyOf({ article: makeArticle(), at: 1 }));
  });

  it.each([
    ['another name', { item: story, at: 1 }],
    ['another number', { article: story, at: 2 }],
    ['text in place of a number', { article: story, at: '1' }],
    ['nothing in place of a thing', { article: undefined, at: 1 }],
    ['a list in place of a thing', { article: [story], at: 1 }],
    ['one more source', { article: story, at: 1, more: null }],
    ['a change deep in a thing', { article: makeArticle({ corrections: [CORRECTION] }), at: 1 }],
  ])('is another for %s', (_, sources) => {
    expect(keyOf(sources)).not.toBe(keyOf({ article: story, at: 1 }));
  });

  it('says where in a list an entry is', () => {
    const [a, b] = makeArticles(2);
    expect(sourcesDigest({ list: [a, b] })).not.toBe(sourcesDigest({ list: [b, a] }));
    expect(sourcesDigest({ list: [a], other: [b] })).not.toBe(sourcesDigest({ list: [a, b], other: [] }));
  });
});

describe('the key of a story’s page', () => {
  const stories = () => makeArticles(12, { tags: ['reef'] });
  const keysOf = (...wishes: Parameters<typeof editionsOf>) =>
    new Map(pathsOf(articleGroups(editionsOf(...wishes).en)).map(({ params, cacheKey }) => [params.slug, cacheKey]));
  const before = keysOf(stories());

  it.each([
    ['its words', [makeArticle({ stem: 'story-0', tags: ['reef'], title: 'Other words' }), ...stories().slice(1)], {}],
    [
      'its author’s name',
      stories(),
      { newsroom: { authors: [makeAuthor('ana-pech', { name: { en: 'A', es: 'A' } })] } },
    ],
    [
      'its topic’s title',
      stories(),
      { newsroom: { tags: [makeTag('reef', { title: { en: 'Reefs', es: 'Arrecifes' } })] } },
    ],
    ['the site’s name', stories(), { site: { ...SITE, name: 'Another paper' } }],
    ['the site’s address', stories(), { site: parseSite('https://other.example') }],
  ] satisfies [string, Article[], Parameters<typeof editionsOf>[1]][])('changes with %s', (_, changed, wishes) => {
    expect(keysOf(changed, wishes).get('story-0')).not.toBe(before.get('story-0'));
  });

  it('changes for the story’s neighbours alone when one more is published', () => {
    const after = keysOf([...stories(), makeArticle({ stem: 'newest', pubDate: '2026-11-20T10:00', tags: ['reef'] })]);
    const changed = [...before].filter(([slug, key]) => after.get(slug) !== key).map(([slug]) => slug);
    expect(changed).toContain('story-0');
    expect(changed.length).toBeLessThan(8);
    expect(changed).not.toContain('story-11');
  });

  it('is made from all that the page is made from: equal keys show equal pages', () => {
    const paths = pathsOf(articleGroups(editionsOf(stories()).en));
    const again = pathsOf(articleGroups(editionsOf(stories()).en));
    expect(paths.map(({ cacheKey }) => cacheKey)).toEqual(again.map(({ cacheKey }) => cacheKey));
    expect(JSON.stringify(paths.map(({ props }) => props))).toBe(JSON.stringify(again.map(({ props }) => props)));
    expect(articlePage.length).toBe(1);
  });
});

describe('the keys of a list’s pages', () => {
  it('change on the front alone when a story is published', () => {
    const keysOf = (count: number) => {
      const editions = Object.values(editionsOf(makeArticles(70).slice(70 - count)));
      return editions[0]
        ? pathsOf(latestGroups(editions[0], editions)).map(({ params, cacheKey }) => [params.page, cacheKey])
        : [];
    };
    const [before, after] = [keysOf(69), keysOf(70)];
    expect(before.length).toBeGreaterThan(2);
    const changed = after.filter(([, key], index) => key !== before[index]?.[1]);
    expect(changed.map(([page]) => page)).toEqual([undefined]);
  });
});
