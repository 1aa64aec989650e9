/** The benchmark's tables as rows of text; the terminal and Markdown only differ in how they set them. */
import { figuresOf, greatest, growthOf } from './figures.ts';
import {
  cpuSecondsOf,
  peakBytesOf,
  secondsOf,
  type BenchResults,
  type BuildRun,
  type PeerResult,
  type SizeResult,
} from './results.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** A table: its first row is its head. */
export type Rows = readonly (readonly string[])[];

const NOTHING = '–';

/** From here on other work takes a share of the cores that shows in the seconds. */
const BUSY_LOAD_PER_CORE = 0.25;

/** One row a scenario. @param comparedWith the generator of the ratios */
export function scenarioRows({ scenarios }: SizeResult, comparedWith: string | undefined): Rows {
  const head = ['Scenario', 'seconds', 'processor', 'memory', 'pages', 'stories'];
  const peerHead = [`${comparedWith} + Pagefind`, 'ratio', 'its memory', 'its pages'];
  return [
    comparedWith ? [...head, ...peerHead] : head,
    ...scenarios.map((scenario) => {
      const { ours, peer, oursCpu, ratio, oursPeakBytes, peerPeakBytes, oursCount, peerCount } = figuresOf(scenario);
      const row = [
        scenario.failure === undefined ? scenario.title : `${scenario.title} (FAILED)`,
        spreadText(ours),
        medianText(oursCpu),
        memoryText(oursPeakBytes),
        countText(oursCount?.pages),
        countText(oursCount?.stories),
      ];
      return comparedWith
        ? [...row, spreadText(peer), ratioText(ratio), memoryText(peerPeakBytes), countText(peerCount?.pages)]
        : row;
    }),
  ];
}

/** One row a generator: its whole build, the indexer after it, both together. */
export function peerRows({ peers, firstBuild }: SizeResult): Rows {
  const head = [
    'Whole build of the same stories',
    'generator',
    'Pagefind',
    'together',
    'processor',
    'memory',
    'pages',
    'stories',
  ];
  // Made once, before the scenarios: its counts are the point; `clean` measures its seconds.
  const own = firstBuild && [
    'this project, first build (1 run)',
    NOTHING,
    NOTHING,
    secondsOf(firstBuild).toFixed(1),
    medianText(cpuSpread([firstBuild])),
    memoryText(peakBytesOf(firstBuild)),
    countText(firstBuild.pages),
    countText(firstBuild.stories),
  ];
  return [head, ...peers.filter(({ runs }) => runs.length > 0).map(peerRow), ...(own ? [own] : [])];
}

function peerRow({ title, runs }: PeerResult): string[] {
  const counted = runs.filter(({ isWarmUp }) => !isWarmUp).map(({ build }) => build);
  const step = (index: number) => spreadText(spreadOf(counted.flatMap(({ steps }) => steps[index]?.seconds ?? [])));
  const last: BuildRun | undefined = counted.at(-1);
  return [
    title,
    step(0),
    step(1),
    spreadText(spreadOf(counted.map(secondsOf))),
    medianText(cpuSpread(counted)),
    memoryText(greatest(counted.map(peakBytesOf))),
    countText(last?.pages),
    countText(last?.stories),
  ];
}

/** One row a scenario that was measured at two sizes; only a head where there are none. */
export function growthRows(results: BenchResults): Rows {
  const growths = growthOf(results);
  const [first] = growths;
  const between = first ? `${countText(first.smaller)} → ${countText(first.larger)} stories` : '';
  const head = [`Growth, ${between}`, 'seconds', ...(results.comparedWith ? [results.comparedWith] : [])];
  return [
    head,
    ...growths.map(({ title, ours, peer }) => [
      title,
      `× ${ours.toFixed(2)}`,
      ...(results.comparedWith ? [peer === undefined ? NOTHING : `× ${peer.toFixed(2)}`] : []),
    ]),
  ];
}

/** What a reader of the tables must know to judge them, a sentence a line. */
export function notesOf({ runs, comparedWith, canStartOver, sizes, machine, loadAtStart }: BenchResults): string[] {
  return [
    runs > 1
      ? `Median of ${runs} runs [least–most]; the run before them is not counted.`
      : 'One run each, the first: nothing is warmed up.',
    'Each run is a process from start to exit; npm’s own start is in none. Processor: seconds on all cores together. Memory: peak of the whole process tree (PSS).',
    ...(comparedWith
      ? [
          `Ratio: ours ÷ ${comparedWith} building everything into an empty folder, then the Pagefind CLI; in turns with ours.`,
        ]
      : []),
    ...(loadAtStart > machine.cores * BUSY_LOAD_PER_CORE
      ? [`The machine was busy with other work when this began (load ${loadAtStart.toFixed(1)}): seconds are too long.`]
      : []),
    ...(canStartOver ? [] : ['This version of the build starts over every time: all scenarios measure whole builds.']),
    ...sizes.flatMap(({ peers, published }) => [
      ...peers.flatMap(({ title, runs: made, failure }) =>
        failure === undefined ? [] : [`${title} was not run${made.length > 0 ? ' to the end' : ''}: ${failure}`],
      ),
      ...peers.flatMap(({ title, runs: made, given = published }) => {
        const stories = made.at(-1)?.build.stories;
        return stories === undefined || stories === given
          ? []
          : [`${title} published ${stories} stories of ${given}: its seconds are not to be compared.`];
      }),
    ]),
    ...sizes.flatMap(({ scenarios }) =>
      scenarios.flatMap(({ name, failure }) => (failure === undefined ? [] : [`${name} failed: ${failure}`])),
    ),
  ];
}

/** “2,000 stories (1,893 published), invented” */
export function sizeText({ size, published }: SizeResult, { stories }: BenchResults): string {
  return `${countText(size)} stories (${countText(published)} published), ${stories}`;
}

function spreadText(spread: Spread | undefined): string {
  if (!spread) return NOTHING;
  const { median, least, most } = spread;
  return `${median.toFixed(1)} [${least.toFixed(1)}–${most.toFixed(1)}]`;
}

function cpuSpread(builds: readonly BuildRun[]): Spread | undefined {
  return spreadOf(builds.flatMap((build) => cpuSecondsOf(build) ?? []));
}

function medianText(spread: Spread | undefined): string {
  return spread ? spread.median.toFixed(1) : NOTHING;
}

function ratioText(ratio: number | string | undefined): string {
  return typeof ratio === 'number' ? ratio.toFixed(2) : (ratio ?? NOTHING);
}

function memoryText(bytes: number | undefined): string {
  return bytes === undefined ? 'not measured' : `${countText(Math.round(bytes / 2 ** 20))} MB`;
}

function countText(count: number | undefined): string {
  return count === undefined ? NOTHING : count.toLocaleString('en');
}
