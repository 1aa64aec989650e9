import {
  countedRounds,
  cpuSecondsOf,
  peakBytesOf,
  secondsOf,
  type BenchResults,
  type BuildRun,
  type ScenarioResult,
} from './results.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** A scenario's row in a table. */
export interface ScenarioFigures {
  ours: Spread | undefined;
  peer: Spread | undefined;
  /** Seconds on all cores together. */
  oursCpu: Spread | undefined;
  /** Ours ÷ the peer's, by medians; or why there is none. */
  ratio: number | string | undefined;
  oursPeakBytes: number | undefined;
  peerPeakBytes: number | undefined;
  /** The last round's. */
  oursCount: Pick<BuildRun, 'pages' | 'stories'> | undefined;
  peerCount: Pick<BuildRun, 'pages' | 'stories'> | undefined;
}

/** What the counted rounds of a scenario say. */
export function figuresOf(scenario: ScenarioResult): ScenarioFigures {
  const rounds = countedRounds(scenario);
  const ours = rounds.map((round) => round.ours);
  const peer = rounds.flatMap((round) => round.peer ?? []);
  const oursSpread = spreadOf(ours.map(secondsOf));
  const peerSpread = spreadOf(peer.map(secondsOf));
  return {
    ours: oursSpread,
    peer: peerSpread,
    oursCpu: spreadOf(ours.flatMap((build) => cpuSecondsOf(build) ?? [])),
    ratio: differenceIn(scenario) ?? (oursSpread && peerSpread && oursSpread.median / peerSpread.median),
    oursPeakBytes: greatest(ours.map(peakBytesOf)),
    peerPeakBytes: greatest(peer.map(peakBytesOf)),
    oursCount: ours.at(-1),
    peerCount: peer.at(-1),
  };
}

/** Sites of different stories are not compared. @returns a sentence where a round's counts differ */
function differenceIn(scenario: ScenarioResult): string | undefined {
  const round = countedRounds(scenario).find(({ ours, peer }) => peer && peer.stories !== ours.stories);
  return round?.peer && `not compared: ${round.ours.stories} stories and ${round.peer.stories}`;
}

/** How the cost of a scenario grew between two sizes. */
export interface Growth {
  title: string;
  smaller: number;
  larger: number;
  /** Seconds at the larger size ÷ at the smaller, by medians. */
  ours: number;
  peer: number | undefined;
}

/** The growth of every scenario from the smallest size to the largest; none where there is one size. */
export function growthOf({ sizes }: BenchResults): Growth[] {
  const [small] = sizes;
  const large = sizes.at(-1);
  if (!small || !large || small === large) return [];
  return small.scenarios.flatMap((scenario) => {
    const there = large.scenarios.find(({ name }) => name === scenario.name);
    const before = figuresOf(scenario);
    const after = there && figuresOf(there);
    if (!before.ours || !after?.ours) return [];
    return {
      title: scenario.title,
      smaller: small.size,
      larger: large.size,
      ours: after.ours.median / before.ours.median,
      peer: before.peer && after.peer && after.peer.median / before.peer.median,
    };
  });
}

/** The greatest of some numbers; undefined where none was measured. */
export function greatest(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
