import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWarmUp, roundsFor } from '../../../../scripts/lab/bench/rounds.ts';
import { spreadOf } from '../../../../scripts/lab/bench/statistics.ts';

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 2, 4, 3], 3.5],
    [[1, 1, 100], 1],
  ])('of %j is %d', (numbers, median) => {
    expect(spreadOf(numbers)?.median).toBe(median);
  });

  it('of nothing is nothing', () => {
    expect(spreadOf([])).toBeUndefined();
  });

  it('has as many numbers above it as below, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const spread = spreadOf(numbers);
        if (!spread) throw new Error('no spread');
        const above = numbers.filter((number) => number > spread.median).length;
        const below = numbers.filter((number) => number < spread.median).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(numbers.length / 2);
        expect([spread.least, spread.most]).toEqual([Math.min(...numbers), Math.max(...numbers)]);
      }),
    );
  });

  it('leaves the numbers in their order', () => {
    const numbers = [3, 1, 2];
    spreadOf(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('the rounds', () => {
  it('begin with one that does not count', () => {
    expect(roundsFor(3).map((run) => isWarmUp(run, 3))).toEqual([true, false, false, false]);
  });

  it('are one that counts where one is wanted', () => {
    expect(roundsFor(1).map((run) => isWarmUp(run, 1))).toEqual([false]);
  });
});
