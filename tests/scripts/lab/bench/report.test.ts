import { describe, expect, it } from 'vitest';
import { figuresOf, growthOf } from '../../../../scripts/lab/bench/figures.ts';
import { machineText, thisMachine } from '../../../../scripts/lab/bench/machine.ts';
import { markdownReport } from '../../../../scripts/lab/bench/markdown-report.ts';
import {
  failuresOf,
  type BenchResults,
  type BuildRun,
  type SizeResult,
} from '../../../../scripts/lab/bench/results.ts';
import { terminalReport } from '../../../../scripts/lab/bench/terminal-report.ts';

const MEBIBYTE = 2 ** 20;

const ours = (seconds: number, stories = 95): BuildRun => ({
  steps: [{ name: 'build', seconds, cpuSeconds: seconds, peakBytes: 1200 * MEBIBYTE }],
  pages: 301,
  stories,
});
const theirs = (generator: number, pagefind: number, stories = 95): BuildRun => ({
  steps: [
    { name: 'hugo', seconds: generator, cpuSeconds: 1, peakBytes: 100 * MEBIBYTE },
    { name: 'pagefind', seconds: pagefind, cpuSeconds: 1, peakBytes: 250 * MEBIBYTE },
  ],
  pages: 300,
  stories,
});

/** A size with one scenario: a warm-up, and rounds of ours and the peer’s. */
function size(stories: number, rounds: readonly (readonly [BuildRun, BuildRun | undefined])[]): SizeResult {
  return {
    size: stories,
    published: 95,
    firstBuild: ours(12),
    peers: [
      { name: 'hugo', title: 'Hugo 0.169.0', runs: [{ isWarmUp: false, build: theirs(1, 2) }] },
      { name: 'eleventy', title: 'Eleventy', runs: [], failure: 'npm could not install Eleventy 3.1.8: no network' },
    ],
    scenarios: [
      {
        name: 'edit',
        title: 'One headline edited',
        leaves: 'edits',
        rounds: [[ours(99), theirs(98, 1)] as const, ...rounds].map(([own, peer], run) => ({
          run,
          isWarmUp: run === 0,
          ours: own,
          peer,
        })),
      },
    ],
  };
}

function results(sizes: readonly SizeResult[], given: Partial<BenchResults> = {}): BenchResults {
  return {
    date: '2026-11-24T12:00:00.000Z',
    machine: { processor: 'Example 9', cores: 2, memoryBytes: 24 * 2 ** 30, system: 'Linux', node: 'v24.21.0' },
    loadAtStart: 0.2,
    runs: 3,
    stories: 'invented',
    comparedWith: 'Hugo 0.169.0',
    canStartOver: true,
    sizes,
    ...given,
  };
}

const measured = size(100, [
  [ours(2), theirs(1, 2)],
  [ours(4), theirs(2, 4)],
  [ours(3), theirs(1.5, 2.5)],
]);

const rowOf = (text: string, start: string) => text.split('\n').find((line) => line.startsWith(start));

describe('the tables', () => {
  it('show the median, least and most of the runs that count, the peer’s steps together, and the ratio', () => {
    expect(rowOf(markdownReport(results([measured])), '| One headline')).toBe(
      '| One headline edited | 3.0 [2.0–4.0] | 3.0 | 1,200 MB | 301 | 95 | 4.0 [3.0–6.0] | 0.75 | 250 MB | 300 |',
    );
  });

  it('say the same on a terminal, in columns', () => {
    const text = terminalReport(results([measured]));
    expect(rowOf(text, 'One headline')).toMatch(
      /^One headline edited {2,}3\.0 \[2\.0–4\.0\] +3\.0 +1,200 MB +301 +95 +4\.0 \[3\.0–6\.0\] +0\.75 +250 MB +300$/,
    );
    expect(rowOf(text, 'Scenario')?.length).toBe(rowOf(text, 'One headline')?.length);
  });

  it('show each generator by itself and this project’s counts beside it', () => {
    const text = markdownReport(results([measured]));
    expect(rowOf(text, '| Hugo')).toBe(
      '| Hugo 0.169.0 | 1.0 [1.0–1.0] | 2.0 [2.0–2.0] | 3.0 [3.0–3.0] | 2.0 | 250 MB | 300 | 95 |',
    );
    expect(rowOf(text, '| this project')).toBe(
      '| this project, first build (1 run) | – | – | 12.0 | 12.0 | 1,200 MB | 301 | 95 |',
    );
  });

  it('have no columns of a peer where none was run', () => {
    const alone = size(100, [[ours(2), undefined]]);
    const text = markdownReport(results([{ ...alone, peers: [] }], { comparedWith: undefined }));
    expect(rowOf(text, '| Scenario')).toBe('| Scenario | seconds | processor | memory | pages | stories |');
    expect(text).not.toContain('Ratio');
  });

  it('name the machine, the day and what does not count', () => {
    const text = markdownReport(results([measured]));
    expect(text).toContain('Measured on 2026-11-24: 2 × Example 9, 24 GB memory, Linux, Node v24.21.0.');
    expect(text).toContain('Median of 3 runs [least–most]; the run before them is not counted.');
  });

  it('say where the machine had other work', () => {
    expect(terminalReport(results([measured]))).not.toContain('busy');
    expect(terminalReport(results([measured], { loadAtStart: 3.14 }))).toContain(
      'busy with other work when this began (load 3.1)',
    );
  });

  it('say why a generator is not there', () => {
    expect(terminalReport(results([measured]))).toContain(
      'Eleventy was not run: npm could not install Eleventy 3.1.8: no network',
    );
  });

  it('say “not measured” of memory where the system does not tell it', () => {
    const untold = { ...ours(2), steps: [{ name: 'build', seconds: 2, cpuSeconds: undefined, peakBytes: undefined }] };
    const text = markdownReport(results([size(100, [[untold, undefined]])], { comparedWith: undefined }));
    expect(rowOf(text, '| One headline')).toContain('| not measured |');
  });
});

describe('the ratio', () => {
  it('is refused where the sites hold different stories, in any round', () => {
    const unequal = size(100, [
      [ours(2), theirs(1, 2)],
      [ours(2, 96), theirs(1, 2, 95)],
    ]);
    const text = markdownReport(results([unequal]));
    expect(rowOf(text, '| One headline')).toContain('| not compared: 96 stories and 95 |');
    expect(rowOf(text, '| One headline')).not.toContain('0.67');
  });

  it('does not look at the round that is thrown away', () => {
    const [scenario] = measured.scenarios;
    expect(scenario && figuresOf(scenario).ratio).toBe(0.75);
  });

  it('comes with a warning where a generator by itself published other stories', () => {
    const short = { ...measured, published: 96 };
    expect(terminalReport(results([short]))).toContain('Hugo 0.169.0 published 95 stories of 96');
    const given = short.peers.map((peer) => ({ ...peer, given: 95 }));
    expect(terminalReport(results([{ ...short, peers: given }]))).not.toContain('not to be compared');
  });
});

describe('the growth', () => {
  it('is the cost at the larger size by that at the smaller, ours and the peer’s', () => {
    const larger = size(1000, [[ours(6), theirs(10, 30)]]);
    expect(growthOf(results([measured, larger]))).toEqual([
      { title: 'One headline edited', smaller: 100, larger: 1000, ours: 2, peer: 10 },
    ]);
    const text = markdownReport(results([measured, larger]));
    expect(text).toContain('| Growth, 100 → 1,000 stories | seconds | Hugo 0.169.0 |');
    expect(text).toContain('| One headline edited | × 2.00 | × 10.00 |');
  });

  it('is not there where one size was measured', () => {
    expect(growthOf(results([measured]))).toEqual([]);
    expect(markdownReport(results([measured]))).not.toContain('Growth');
  });
});

describe('a scenario that failed', () => {
  const failed = {
    ...measured,
    scenarios: measured.scenarios.map((scenario) => ({
      ...scenario,
      failure: 'the build failed (exit code 1):\nno disk',
    })),
  };

  it('is marked in the table, told below it, and makes the command fail', () => {
    const text = terminalReport(results([failed]));
    expect(text).toContain('One headline edited (FAILED)');
    expect(text).toContain('edit failed: the build failed (exit code 1):\nno disk');
    expect(failuresOf(results([failed]))).toHaveLength(1);
    expect(failuresOf(results([measured]))).toEqual([]);
  });
});

describe('the machine', () => {
  it('is named by what decides how fast it is', () => {
    expect(machineText(thisMachine())).toMatch(/^\d+ × .+, \d+ GB memory, .+, Node v\d+\.\d+\.\d+$/);
  });
});
