import type { OutputCount } from './count-output.ts';
import type { Machine } from './machine.ts';
import type { PeerName } from './peers/peer.ts';

/** One process's cost, as the JSON holds it. */
export interface Cost {
  seconds: number;
  cpuSeconds: number | undefined;
  peakBytes: number | undefined;
}

/** One build: of ours one process, of another generator its own and then the indexer's. */
export interface BuildRun extends OutputCount {
  steps: readonly (Cost & { name: string })[];
}

/** One round: the other generator and ours, one after the other. */
export interface Round {
  /** From 0. */
  run: number;
  /** Thrown away: the first round after something else finds cold caches. */
  isWarmUp: boolean;
  peer: BuildRun | undefined;
  ours: BuildRun;
}

/** What was measured of one scenario; `failure` where a build failed, and the rounds until then. */
export interface ScenarioResult {
  name: string;
  title: string;
  leaves: string;
  rounds: readonly Round[];
  failure?: string;
}

/** What was measured of another generator by itself. */
export interface PeerResult {
  name: PeerName;
  /** With its version. */
  title: string;
  runs: readonly { isWarmUp: boolean; build: BuildRun }[];
  /** How many stories its last run was given; undefined: those that readers could see when the benchmark began. */
  given?: number;
  /** Why it was not run, or not to the end. */
  failure?: string;
}

/** Everything measured on a newsroom of one size. */
export interface SizeResult {
  /** Stories in files. */
  size: number;
  /** Stories readers can see when the benchmark begins. */
  published: number;
  /** The build that the scenarios start from; undefined where there are none. */
  firstBuild: BuildRun | undefined;
  peers: readonly PeerResult[];
  scenarios: readonly ScenarioResult[];
}

/** A whole benchmark. */
export interface BenchResults {
  /** ISO instant. */
  date: string;
  machine: Machine;
  /** Processes that wanted a core when the benchmark began, averaged over a minute. */
  loadAtStart: number;
  runs: number;
  /** Where the stories come from. */
  stories: string;
  /** The generator that ratios compare with; undefined where none was run. */
  comparedWith: string | undefined;
  /** Whether this build can be told to start over; otherwise every build does. */
  canStartOver: boolean;
  sizes: readonly SizeResult[];
}

/** A build's seconds, all steps together. */
export function secondsOf({ steps }: BuildRun): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** A build's processor time, all steps together. @returns seconds; undefined where not measured */
export function cpuSecondsOf({ steps }: BuildRun): number | undefined {
  const known = steps.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  return known.length > 0 ? known.reduce((sum, seconds) => sum + seconds, 0) : undefined;
}

/** A build's peak: its steps run one after the other. @returns bytes; undefined where not measured */
export function peakBytesOf({ steps }: BuildRun): number | undefined {
  const peaks = steps.flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length > 0 ? Math.max(...peaks) : undefined;
}

/** The rounds that count. */
export function countedRounds({ rounds }: ScenarioResult): readonly Round[] {
  return rounds.filter(({ isWarmUp }) => !isWarmUp);
}

/** Scenarios that could not be measured to their end. A generator that cannot be had is told in a note and is no failure. */
export function failuresOf({ sizes }: BenchResults): string[] {
  return sizes.flatMap(({ scenarios }) => scenarios.flatMap(({ failure }) => failure ?? []));
}
