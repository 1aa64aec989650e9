import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTaken } from '../../../../scripts/lab/newsroom/wire-articles.ts';

it('the articles of one reading are as many as wanted, with gaps that differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (one, other) => {
      const [take, available] = [Math.min(one, other), Math.max(one, other)];
      const all = Array.from({ length: available }, (_, index) => index);
      const taken = all.filter((index) => isTaken(index, take, available));
      expect(taken).toHaveLength(take);
      const gaps = taken.slice(1).map((index, before) => index - (taken[before] ?? 0));
      expect(Math.max(...gaps, 1) - Math.min(...gaps, available)).toBeLessThanOrEqual(1);
    }),
  );
});
