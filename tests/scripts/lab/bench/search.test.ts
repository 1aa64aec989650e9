import { describe, expect, it } from 'vitest';
import { isOneSlip } from '#src/search/slips.ts';
import { drawQueries, isStory, QUERY_KINDS } from '../../../../scripts/lab/bench/search/draw-queries.ts';
import { rankingOf } from '../../../../scripts/lab/bench/search/measure-search.ts';
import { miniSearch } from '../../../../scripts/lab/bench/search/mini-search.ts';
import { reportSearch } from '../../../../scripts/lab/bench/search/report-search.ts';
import { searchRecordOf } from '../../../unit/search/memory-index.ts';

const places = ['Tulum', 'Cozumel', 'Akumal', 'Bacalar', 'Holbox'];
const things = ['turtles', 'ferries', 'mangroves', 'festivals', 'hurricanes'];
const stories = places.flatMap((place) =>
  things.map((thing, at) =>
    searchRecordOf(
      {
        title: `Summer brings ${thing} near ${place}`,
        url: `/articles/${thing}-${place}/`,
        text: `People from ${place} speak of ${thing} and of lamp${at} beside bridge${at} in garden${at}, said ${place} officials.`,
      },
      at,
    ),
  ),
);
const draw = (seed: string) => drawQueries(stories, { count: 12, seed, language: 'en' });

describe('the queries of the search’s benchmark', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(draw('one')).toEqual(draw('one'));
    expect(draw('one')).not.toEqual(draw('two'));
  });

  it('are of words of their stories, one with a slip or in another number, or a phrase', () => {
    const queries = draw('one');
    for (const kind of ['headline', 'phrase of common words'])
      expect(new Set(queries.map((query) => query.kind))).toContain(kind);
    for (const { kind, text, story } of queries) {
      const known = `${story.title} ${story.text}`.toLowerCase();
      const strange = text
        .toLowerCase()
        .replaceAll('"', '')
        .split(' ')
        .filter((word) => !known.includes(word));
      if (kind === 'slip') {
        expect(strange.length, text).toBeLessThanOrEqual(1);
        const words = known.match(/\p{L}+/gu) ?? [];
        for (const word of strange)
          expect(
            words.some((meant) => isOneSlip(word, meant)),
            word,
          ).toBe(true);
      } else if (kind !== 'other number') expect(strange, text).toEqual([]);
    }
  });
});

describe('a ranking', () => {
  it('counts how often the story is first or among ten, and how high', () => {
    expect(rankingOf([1, 2, 0, 4])).toEqual({ queries: 4, successAt1: 0.25, successAt10: 0.75, mrr: 0.4375 });
    expect(rankingOf([])).toEqual({ queries: 0, successAt1: 0, successAt10: 0, mrr: 0 });
  });

  it('counts a copy of the story as the story', () => {
    const [query] = draw('one');
    if (!query) throw new Error('nothing was drawn');
    expect(isStory({ ...query.story, url: '/elsewhere/' }, query)).toBe(true);
    const { text } = query.story;
    const long = {
      ...query,
      story: { ...query.story, text: `${text} It is long enough to be a story that was sent to all of the papers.` },
    };
    expect(isStory({ ...long.story, url: '/elsewhere/', title: 'Other' }, long)).toBe(true);
    expect(
      isStory({ ...long.story, url: '/elsewhere/', title: 'Other', text: `${text} It ends otherwise.` }, long),
    ).toBe(false);
  });
});

describe('MiniSearch beside ours', () => {
  it('finds a story by its headline, and costs its whole index once', async () => {
    const engine = miniSearch({ language: 'en', articles: stories });
    expect((await engine.search('turtles akumal'))[0]).toBe('/articles/turtles-Akumal/');
    const { first, later } = await engine.cost('turtles', 'ferries');
    expect(first.requests).toBe(1);
    expect(first.bytes).toBeGreaterThan(500);
    expect(later).toMatchObject({ requests: 0, bytes: 0 });
  });
});

describe('the report', () => {
  it('has a row for each kind of query, and the medians and worst of what each engine costs', () => {
    const ranking = { queries: 4, successAt1: 0.25, successAt10: 0.75, mrr: 0.44 };
    const cost = (requests: number) => ({ requests, bytes: requests * 1000, milliseconds: 5 });
    const text = reportSearch({
      locale: 'en',
      articles: 19_042,
      stories: 4,
      seed: 'one',
      engines: [
        {
          title: 'this project',
          rankings: new Map(QUERY_KINDS.map((kind) => [kind, ranking])),
          costs: [7, 9, 8].map((requests) => ({ first: cost(requests), later: cost(2) })),
        },
      ],
    });
    expect(text).toContain('19,042 articles (en), 4 stories drawn with seed “one”');
    expect(text).toMatch(/\| slip \(4\) +\| +0\.25 \| +0\.75 \| +0\.44 \|/);
    expect(text).toMatch(/\| this project: first answer \| +8 \| +9 \| +8 \| +9 \| +5 \| +5 \|/);
  });
});
