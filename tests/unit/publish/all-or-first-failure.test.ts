import { expect, it } from 'vitest';
import { allOrFirstFailure } from '#src/publish/all-or-first-failure.ts';

it('gives all results in order', async () => {
  expect(await allOrFirstFailure([Promise.resolve('a'), Promise.resolve(2)])).toEqual(['a', 2]);
});

it('ends only when all work has ended, with the first failure in order, and tells of each at once', async () => {
  const slow = Promise.withResolvers<string>();
  const failures: string[] = [];
  const done = allOrFirstFailure([slow.promise, Promise.reject(new Error('disk full'))], () => failures.push('failed'));
  const outcome = done.catch((error: unknown) => String(error));
  expect(await Promise.race([outcome, Promise.resolve().then(() => 'still waiting')])).toBe('still waiting');
  expect(failures).toEqual(['failed']);
  slow.resolve('made');
  expect(await outcome).toBe('Error: disk full');
});
