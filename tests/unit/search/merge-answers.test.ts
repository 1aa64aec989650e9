import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAnswers } from '#src/search/merge-answers.ts';
import type { PagefindAnswer } from '#src/search/pagefind-part.ts';

/** A part's answer with hits of these scores; each hit's address tells its part and place. */
const answerOf = (
  part: string,
  scores: readonly number[],
  filters: PagefindAnswer['filters'] = {},
): PagefindAnswer => ({
  results: scores.map((score, index) => ({
    score,
    data: () => Promise.resolve({ url: `${part}${index}`, excerpt: '', meta: {} }),
  })),
  filters,
});

const urlsOf = async (answer: Pick<PagefindAnswer, 'results'>) =>
  (await Promise.all(answer.results.map((result) => result.data()))).map(({ url }) => url);

describe('the answers of several parts', () => {
  it('are by date in the order of their parts, whatever they score', async () => {
    const merged = mergeAnswers([answerOf('new', [1, 9]), answerOf('old', [5, 7])], 'date');
    expect(await urlsOf(merged)).toEqual(['new0', 'new1', 'old0', 'old1']);
  });

  it('are by relevance with the best of all parts first', async () => {
    const merged = mergeAnswers([answerOf('new', [8, 2]), answerOf('old', [9, 5])], 'relevance');
    expect(await urlsOf(merged)).toEqual(['old0', 'new0', 'old1', 'new1']);
  });

  it('are newest part first, each in its own order, if they match equally', async () => {
    const merged = mergeAnswers([answerOf('new', [1, 1]), answerOf('old', [1, 1])], 'relevance');
    expect(await urlsOf(merged)).toEqual(['new0', 'new1', 'old0', 'old1']);
  });

  it('count under each value what all of them count', () => {
    const merged = mergeAnswers(
      [
        answerOf('new', [], { section: { Food: 2, Culture: 1 }, year: { '2026': 3 } }),
        answerOf('old', [], { section: { Food: 4 }, year: { '2026': 1, '2025': 3 }, place: { constructor: 1 } }),
      ],
      'date',
    );
    expect(merged.filters).toEqual({
      section: { Food: 6, Culture: 1 },
      year: { '2026': 4, '2025': 3 },
      place: { constructor: 1 },
    });
  });

  it('are nothing if there is no part', () => {
    expect(mergeAnswers([], 'relevance')).toEqual({ results: [], filters: {} });
  });

  it('lose no hit and show none twice', async () => {
    const scores = fc.array(fc.array(fc.integer({ min: 0, max: 5 })), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(scores, fc.constantFrom('relevance', 'date'), async (parts, order) => {
        const answers = parts.map((part, index) => answerOf(`${index}-`, part.toSorted().reverse()));
        const all = (await Promise.all(answers.map(urlsOf))).flat();
        const merged = mergeAnswers(answers, order);
        expect((await urlsOf(merged)).toSorted()).toEqual(all.toSorted());
        const found = merged.results.map(({ score }) => score);
        if (order === 'relevance') expect(found).toEqual(found.toSorted((a, b) => b - a));
      }),
    );
  });
});
