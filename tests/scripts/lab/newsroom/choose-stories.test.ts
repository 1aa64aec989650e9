import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaken, takesPerReading } from '../../../../scripts/lab/newsroom/choose-stories.ts';

describe('the stories of one reading', () => {
  it('are as many as wanted, with gaps that differ by one at most', () => {
    const sizes = fc
      .integer({ min: 1, max: 400 })
      .chain((available) =>
        fc.record({ available: fc.constant(available), take: fc.integer({ min: 1, max: available }) }),
      );
    fc.assert(
      fc.property(sizes, ({ available, take }) => {
        const taken = Array.from({ length: available }, (_, index) => index).filter((index) =>
          isTaken(index, take, available),
        );
        expect(taken).toHaveLength(take);
        const gaps = taken.slice(1).map((index, before) => index - (taken[before] ?? 0));
        expect(Math.max(...gaps, 1) - Math.min(...gaps, available)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the readings of a file', () => {
  it.each([
    [10, 4, [4]],
    [10, 10, [10]],
    [10, 25, [10, 10, 5]],
    [3, 9, [3, 3, 3]],
  ])('of %i stories that shall make %i take %j', (available, count, takes) => {
    expect(takesPerReading(available, count)).toEqual(takes);
  });
});
