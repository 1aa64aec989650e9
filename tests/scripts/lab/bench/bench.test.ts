import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainEnvironment } from '../../../plain-environment.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { sourceDigest } from '../../../site/source-digest.ts';

const PROJECT = join(import.meta.dirname, '../../../..');

/** What the test reads of the results. */
interface Written {
  sizes: {
    size: number;
    published: number;
    scenarios: {
      name: string;
      failure?: string;
      rounds: { isWarmUp: boolean; ours: { pages: number; stories: number; steps: { seconds: number }[] } }[];
    }[];
  }[];
}

it('a small benchmark measures each run, leaves the checkout as it was, and writes everything down', () => {
  const folder = temporaryFolder();
  const json = join(folder, 'results.json');
  const work = join(folder, 'work');
  const before = sourceDigest(PROJECT, 'src/content');
  const options = ['--sizes', '20', '--runs', '1', '--scenarios', 'edit,new', '--json', json, '--work', work];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/lab/bench.ts', ...options], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: plainEnvironment(),
    timeout: 115_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(sourceDigest(PROJECT, 'src/content')).toBe(before);

  const { sizes } = JSON.parse(readFileSync(json, 'utf8')) as Written;
  const [size] = sizes;
  const scenarios = size?.scenarios ?? [];
  const rounds = scenarios.flatMap((scenario) => scenario.rounds);
  expect(sizes.map((one) => one.size)).toEqual([20]);
  expect(scenarios.map(({ name, failure }) => [name, failure])).toEqual([
    ['edit', undefined],
    ['new', undefined],
  ]);
  expect(rounds.map(({ isWarmUp }) => isWarmUp)).toEqual([false, false]);
  const published = size?.published ?? 0;
  // The story is added first, so that both builds of the round have what another generator would be given.
  expect(rounds.map(({ ours }) => ours.stories)).toEqual([published + 1, published + 1]);
  for (const { ours } of rounds) expect(ours.steps.map(({ seconds }) => seconds > 0)).toEqual([true]);

  expect(stdout).toMatch(/^One headline edited {2,}\d/m);
  expect(stdout).toMatch(/^One new story {2,}\d/m);
  expect(stdout).toMatch(/^\| One new story \| \d/m);
  const site = join(work, 'size-20', 'site');
  expect(readdirSync(site)).toContain('pagefind');
  expect(existsSync(join(work, 'project', 'src', 'content'))).toBe(false);
});
