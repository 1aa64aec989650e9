import type { OutputCount } from './count-output.ts';
import type { Machine } from './machine.ts';
import type { PeerName } from './peers/peers.ts';

/** One process's cost. */
export interface Cost {
  seconds: number;
  cpuSeconds: number | undefined;
  peakBytes: number | undefined;
}

/** One build: of ours one process, of another generator its own and then the indexer's. */
export interface BuildRun extends OutputCount {
  steps: readonly (Cost & { name: string })[];
}

/** What was measured of one scenario; `failure` if a build failed, and the rounds until then. */
export interface ScenarioResult {
  name: string;
  title: string;
  rounds: readonly Round[];
  failure?: string;
}

/** Ours and, if one is compared with, the other generator's build of the same articles, one after the other. */
export interface Round {
  /** Not counted: the first round after something else finds cold caches. */
  isWarmUp: boolean;
  ours: BuildRun;
  peer: BuildRun | undefined;
}

/** What was measured of another generator by itself; `failure` if it was not run, or not to the end. */
export interface PeerResult {
  name: PeerName;
  /** With its version. */
  title: string;
  runs: readonly { isWarmUp: boolean; build: BuildRun }[];
  /** How many articles its last run was given. */
  given: number;
  failure?: string;
}

/** Everything measured on a newsroom of one size. */
export interface SizeResult {
  /** Articles in files. */
  size: number;
  /** Articles that readers can see when the benchmark begins. */
  published: number;
  peers: readonly PeerResult[];
  scenarios: readonly ScenarioResult[];
}

/** A whole benchmark, as the JSON holds it. */
export interface BenchResults {
  /** ISO instant. */
  date: string;
  machine: Machine;
  /** Processes that wanted a core when the benchmark began, averaged over a minute. */
  loadAtStart: number;
  runs: number;
  /** Where the articles come from. */
  source: string;
  /** Whether the page cache was dropped before each run. */
  isCold: boolean;
  /** The generator that ratios compare with; undefined if none was run. */
  comparedWith: string | undefined;
  sizes: readonly SizeResult[];
}

/** Scenarios that could not be measured to their end. A generator that is not there gets a note and is no failure. */
export function failuresOf({ sizes }: BenchResults): string[] {
  return sizes.flatMap(({ scenarios }) => scenarios.flatMap(({ failure }) => failure ?? []));
}

/** The runs of a measurement, from 0: as many as wanted and, before several, one that is not counted. */
export function runsOf(runs: number): { run: number; isWarmUp: boolean; label: string }[] {
  if (runs === 1) return [{ run: 0, isWarmUp: false, label: 'run 1 of 1' }];
  return Array.from({ length: runs + 1 }, (_, run) => {
    return { run, isWarmUp: run === 0, label: run === 0 ? 'warm-up' : `run ${run} of ${runs}` };
  });
}

/** The middle of some numbers, and between which they lie. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** The median is, of an even count, half-way between the two in the middle. @returns undefined if there are no numbers */
export function spreadOf(numbers: readonly number[]): Spread | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return undefined;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? most;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? least;
  return { median: (lower + upper) / 2, least, most };
}

/** The cost of some builds, all steps of each together. */
export interface Figures {
  seconds: Spread | undefined;
  /** On all cores together. */
  cpuSeconds: Spread | undefined;
  /** The highest peak: a build's steps run one after the other. */
  peakBytes: number | undefined;
  /** The last build's. */
  count: OutputCount | undefined;
}

export function figuresOf(builds: readonly BuildRun[]): Figures {
  const sumsOf = (cost: 'seconds' | 'cpuSeconds') =>
    builds.flatMap(({ steps }) => {
      const known = steps.flatMap((step) => step[cost] ?? []);
      return known.length > 0 ? known.reduce((sum, seconds) => sum + seconds, 0) : [];
    });
  const peaks = builds.flatMap(({ steps }) => steps.flatMap((step) => step.peakBytes ?? []));
  return {
    seconds: spreadOf(sumsOf('seconds')),
    cpuSeconds: spreadOf(sumsOf('cpuSeconds')),
    peakBytes: peaks.length > 0 ? Math.max(...peaks) : undefined,
    count: builds.at(-1),
  };
}

/**
 * Ours ÷ the other generator's, by medians of the rounds that count. Sites of different articles are not compared.
 * @returns a sentence if a round's counts differ; undefined if nothing was compared
 */
export function ratioOf({ rounds }: ScenarioResult): number | string | undefined {
  const counted = rounds.filter(({ isWarmUp }) => !isWarmUp);
  const unequal = counted.find(({ ours, peer }) => peer && peer.articles !== ours.articles);
  if (unequal?.peer) return `not compared: ${unequal.ours.articles} articles and ${unequal.peer.articles}`;
  const ours = figuresOf(counted.map((round) => round.ours)).seconds;
  const peer = figuresOf(counted.flatMap((round) => round.peer ?? [])).seconds;
  return ours && peer && ours.median / peer.median;
}
