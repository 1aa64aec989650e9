import { describe, expect, it } from 'vitest';
import { machineText, thisMachine } from '../../../../scripts/lab/bench/machine.ts';
import { report } from '../../../../scripts/lab/bench/report.ts';
import {
  failuresOf,
  runsOf,
  spreadOf,
  type BenchResults,
  type BuildRun,
  type Round,
  type ScenarioResult,
  type SizeResult,
} from '../../../../scripts/lab/bench/results.ts';

const MEBIBYTE = 2 ** 20;

const ours = (seconds: number, articles = 95): BuildRun => ({
  steps: [{ name: 'build', seconds, cpuSeconds: seconds, peakBytes: 1200 * MEBIBYTE }],
  pages: 301,
  articles,
});
const theirs = (generator: number, pagefind: number, articles = 95): BuildRun => ({
  steps: [
    { name: 'hugo', seconds: generator, cpuSeconds: 1, peakBytes: 100 * MEBIBYTE },
    { name: 'pagefind', seconds: pagefind, cpuSeconds: 1, peakBytes: 250 * MEBIBYTE },
  ],
  pages: 300,
  articles,
});

/** A warm-up, and rounds of ours and the peer's. */
const roundsOf = (...counted: [BuildRun, BuildRun | undefined][]): Round[] =>
  [[ours(99), theirs(98, 1)] as const, ...counted].map(([own, peer], run) => ({
    isWarmUp: run === 0,
    ours: own,
    peer,
  }));

const THREE = roundsOf([ours(2), theirs(1, 2)], [ours(4), theirs(2, 4)], [ours(3), theirs(1.5, 2.5)]);

type Given = Partial<BenchResults> & { scenario?: Partial<ScenarioResult>; size?: Partial<SizeResult> };

function results(rounds = THREE, { scenario, size, ...given }: Given = {}): BenchResults {
  const edit = { name: 'edit', title: 'Edit of a recent article', rounds, ...scenario };
  return {
    date: '2026-11-24T12:00:00.000Z',
    machine: { processor: 'Example 9', cores: 2, memoryBytes: 24 * 2 ** 30, system: 'Linux', node: 'v24.21.0' },
    loadAtStart: 0.2,
    runs: 3,
    source: 'invented',
    isCold: false,
    comparedWith: 'Hugo 0.169.0',
    sizes: [
      {
        size: 100,
        published: 95,
        peers: [
          { name: 'hugo', title: 'Hugo 0.169.0', runs: [{ isWarmUp: false, build: theirs(1, 2) }], given: 95 },
          { name: 'eleventy', title: 'Eleventy', runs: [], given: 0, failure: 'npm is offline:\n  no network' },
        ],
        scenarios: [edit, { name: 'clean', title: 'Clean build', rounds: roundsOf([ours(12), undefined]) }],
        ...size,
      },
    ],
    ...given,
  };
}

/** A row's cells, without the spaces that align them. */
const rowOf = (text: string, start: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`| ${start}`))
    ?.replace(/ {2,}/g, ' ');

describe('the table', () => {
  it('shows of the runs that count the median, least and most, the ratio, and the peer’s steps together', () => {
    const text = report(results());
    expect(rowOf(text, 'Edit')).toBe(
      '| Edit of a recent article | 3.0 [2.0–4.0] | 0.75 | 3.0 | 1,200 MB | 4.0 [3.0–6.0] |',
    );
    const aligned = text.split('\n').slice(0, 4);
    expect(new Set(aligned.map(({ length }) => length)).size).toBe(1);
  });

  it('of whole builds shows each generator, and this project’s clean build', () => {
    const text = report(results());
    expect(rowOf(text, 'Hugo')).toBe('| Hugo 0.169.0 | 1.0 | 2.0 | 3.0 | 2.0 | 250 MB | 300 | 95 |');
    expect(rowOf(text, 'this project')).toBe('| this project | – | – | 12.0 | 12.0 | 1,200 MB | 301 | 95 |');
  });

  it('has no columns of a peer if none was run', () => {
    const text = report(results(roundsOf([ours(2), undefined]), { comparedWith: undefined, size: { peers: [] } }));
    expect(rowOf(text, '100')).toBe('| 100 articles (95 published), invented | seconds | processor seconds | memory |');
    expect(text).not.toContain('Ratio');
  });

  it('does not divide if the sites hold different articles, in any round', () => {
    const text = report(results(roundsOf([ours(2), theirs(1, 2)], [ours(2, 96), theirs(1, 2)])));
    expect(rowOf(text, 'Edit')).toContain('| not compared: 96 articles and 95 |');
  });

  it('says “not measured” of memory if the system does not say', () => {
    const unknown = { ...ours(2), steps: [{ name: 'build', seconds: 2, cpuSeconds: undefined, peakBytes: undefined }] };
    expect(rowOf(report(results(roundsOf([unknown, undefined]))), 'Edit')).toContain('| – | not measured |');
  });
});

describe('the notes', () => {
  const failure = 'the build failed (exit code 1):\nno disk';
  const [hugo] = results().sizes[0]?.peers ?? [];
  if (!hugo) throw new Error('no peer');
  it.each([
    ['the machine and the day', {}, 'Measured on 2026-11-24: 2 × Example 9, 24 GB memory, Linux, Node v24.21.0.'],
    ['what does not count', {}, 'Median of 3 runs [least–most]; the run before them is not counted.'],
    ['a single run', { runs: 1 }, 'One run each, the first'],
    ['a dropped page cache', { isCold: true }, 'The page cache was dropped before each run.'],
    ['other work', { loadAtStart: 3.14 }, 'busy with other work when this began (load 3.1)'],
    ['a generator that is not there', {}, 'Eleventy was not run: npm is offline: no network'],
    ['a scenario that failed', { scenario: { failure } }, 'edit failed: the build failed (exit code 1): no disk'],
    [
      'a generator that published other articles',
      { size: { peers: [{ ...hugo, given: 96 }] } },
      'Hugo 0.169.0 published 95 articles of 96: its seconds are not to be compared.',
    ],
  ])('name %s', (_, given, note) => {
    expect(report(results(THREE, given))).toContain(note);
  });

  it('come with a mark in the table, and make the command fail, if a scenario failed; else there are none', () => {
    expect(report(results())).not.toMatch(/busy|page cache|not to be compared|failed/);
    const failed = results(THREE, { scenario: { failure } });
    expect(rowOf(report(failed), 'Edit')).toContain('| Edit of a recent article (FAILED) |');
    expect([failuresOf(failed), failuresOf(results())]).toEqual([[failure], []]);
  });
});

it.each([
  [[3], { median: 3, least: 3, most: 3 }],
  [[9, 1, 5], { median: 5, least: 1, most: 9 }],
  [[10, 2, 4, 3], { median: 3.5, least: 2, most: 10 }],
  [[], undefined],
])('of %j the median, least and most are %j', (numbers, spread) => {
  expect(spreadOf(numbers)).toEqual(spread);
});

it('the runs begin with one that does not count, unless there is only one', () => {
  expect(runsOf(3).map(({ isWarmUp }) => isWarmUp)).toEqual([true, false, false, false]);
  expect(runsOf(1).map(({ isWarmUp }) => isWarmUp)).toEqual([false]);
});

it('the machine is named by what decides how fast it is', () => {
  expect(machineText(thisMachine())).toMatch(/^\d+ × .+, \d+ GB memory, .+, Node v\d+\.\d+\.\d+$/);
});
