import { describe, expect, it } from 'vitest';
import { find } from '#src/search/find.ts';
import { isExactCount, nextArticles, type PendingResults } from '#src/search/next-articles.ts';
import { indexOf } from './memory-index.ts';

const index = await indexOf(
  Array.from({ length: 20 }, (_, at) => ({
    title: `Story ${at}`,
    text: at < 4 ? 'They went to the market.' : 'To whom? The market is closed, they said to the mayor.',
  })),
);

/** All stories, as if the index could not tell which of them have what is looked for. @param first of them in order */
async function results(query: string, first: readonly number[] = []): Promise<PendingResults> {
  const numbers = [...new Set([...first, ...Array.from({ length: 20 }, (_, at) => at)])];
  return { pending: Uint32Array.from(numbers), count: numbers.length, found: await find(index, query) };
}

const titles = (articles: readonly { title: string }[]) => articles.map(({ title }) => title);

describe('the next articles', () => {
  it('are those that have the phrase, and others are counted no longer', async () => {
    const found = await results('"to the market"', [0, 9, 1]);
    expect(isExactCount(found)).toBe(false);
    expect(titles(await nextArticles(index, found, 3))).toEqual(['Story 0', 'Story 1']);
    expect([found.count, found.pending.length]).toEqual([19, 17]);
    expect(titles(await nextArticles(index, found, 3))).toEqual(['Story 2', 'Story 3']);
  });

  it('are looked for until one has the phrase', async () => {
    const found = await results('"to the market"', [9, 10, 11, 12, 13, 14]);
    expect(titles(await nextArticles(index, found, 3))).toEqual(['Story 0', 'Story 1', 'Story 2']);
    const none = await results('"market of fish"');
    expect(await nextArticles(index, none, 3)).toEqual([]);
    expect(none.count).toBe(0);
    expect(isExactCount(none)).toBe(true);
  });

  it('are all that were found, without a phrase', async () => {
    for (const query of ['market', '"market"', 'market -"to the market"']) {
      const found = await results(query);
      expect(isExactCount(found)).toBe(true);
      expect(await nextArticles(index, found, 3)).toHaveLength(3);
      expect(found.count).toBe(20);
    }
  });
});
