import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '#src/newsroom/paginate.ts';

/** Items newest first: 7, 6, … 1, so that an item's number never changes as newer ones come. */
const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => count - index);

const counts = fc.integer({ min: 0, max: 300 });
const sizes = fc.integer({ min: 1, max: 30 });

/** Holds for any number of items and any size of a page. */
const everywhere = (holds: (count: number, size: number) => void) => fc.assert(fc.property(counts, sizes, holds));

describe('paginate', () => {
  it.each([
    [0, [[undefined, []]]],
    [1, [[undefined, [1]]]],
    [5, [[undefined, [5, 4, 3, 2, 1]]]],
    [
      6,
      [
        [undefined, [6, 5, 4]],
        [1, [3, 2, 1]],
      ],
    ],
    [
      8,
      [
        [undefined, [8, 7, 6, 5, 4]],
        [1, [3, 2, 1]],
      ],
    ],
    [
      9,
      [
        [undefined, [9, 8, 7]],
        [2, [6, 5, 4]],
        [1, [3, 2, 1]],
      ],
    ],
  ])('cuts %i stories, three to a page', (count, expected) => {
    expect(paginate(newestFirst(count), 3).map(({ number, items }) => [number, items])).toEqual(expected);
  });

  it('shows every story once, in order', () => {
    everywhere((count, size) => {
      expect(paginate(newestFirst(count), size).flatMap(({ items }) => items)).toEqual(newestFirst(count));
    });
  });

  it('fills every numbered page, and the front to less than two', () => {
    everywhere((count, size) => {
      const [front, ...numbered] = paginate(newestFirst(count), size);
      expect(numbered.every(({ items }) => items.length === size)).toBe(true);
      expect(front?.items.length).toBeLessThan(2 * size);
      if (numbered.length > 0) expect(front?.items.length).toBeGreaterThanOrEqual(size);
    });
  });

  it('numbers the front not at all and the others down to 1', () => {
    everywhere((count, size) => {
      const [front, ...numbered] = paginate(newestFirst(count), size);
      expect(front?.number).toBeUndefined();
      expect(numbered.map(({ number }) => number)).toEqual(newestFirst(numbered.length));
    });
  });

  it('changes no numbered page’s stories when a new one comes', () => {
    everywhere((count, size) => {
      const pages = (total: number) =>
        new Map(paginate(newestFirst(total), size).map(({ number, items }) => [number, items]));
      const after = pages(count + 1);
      for (const [number, items] of pages(count)) if (number !== undefined) expect(after.get(number)).toEqual(items);
    });
  });

  it('links the pages in one chain, there and back', () => {
    everywhere((count, size) => {
      const pages = paginate(newestFirst(count), size);
      pages.forEach(({ older, newer }, index) => {
        expect(older).toBe(pages[index + 1]?.number);
        expect(newer).toBe(index === 0 ? undefined : (pages[index - 1]?.number ?? 'front'));
      });
    });
  });
});
