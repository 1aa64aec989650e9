import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BenchResults } from '../../../../scripts/lab/bench/results.ts';
import { plainEnvironment } from '../../../plain-environment.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { sourceDigest } from '../../../site/source-digest.ts';

const PROJECT = join(import.meta.dirname, '../../../..');

it('a small benchmark measures each run, leaves the checkout as it was, and writes everything down', () => {
  const folder = temporaryFolder();
  const json = join(folder, 'results.json');
  const work = join(folder, 'work');
  const before = sourceDigest(PROJECT, 'src/content');
  const options = ['--sizes', '20', '--runs', '1', '--scenarios', 'new,moved', '--json', json, '--work', work];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/lab/bench.ts', ...options], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(sourceDigest(PROJECT, 'src/content')).toBe(before);

  const { sizes } = JSON.parse(readFileSync(json, 'utf8')) as BenchResults;
  const { published = 0, scenarios = [] } = sizes[0] ?? {};
  expect(scenarios.map(({ name, failure }) => [name, failure])).toEqual([
    ['new', undefined],
    ['moved', undefined],
  ]);
  for (const { isWarmUp, ours } of scenarios.flatMap(({ rounds }) => rounds)) {
    expect({ isWarmUp, articles: ours.articles }).toEqual({ isWarmUp: false, articles: published + 1 });
    expect(ours.steps.map(({ seconds }) => seconds > 0)).toEqual([true]);
  }
  expect(stdout).toMatch(/^\| New article +\| +\d/m);
  expect(stdout).toMatch(/^\| Edit, in another folder +\| +\d/m);
  expect(readdirSync(join(work, 'size-20'))).toEqual(['own-copy-1']);
  expect(readdirSync(join(work, 'size-20', 'own-copy-1', 'site'))).toContain('_search');
});
