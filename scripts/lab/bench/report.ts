import { machineText } from './machine.ts';
import {
  figuresOf,
  ratioOf,
  spreadOf,
  type BenchResults,
  type PeerResult,
  type ScenarioResult,
  type SizeResult,
  type Spread,
} from './results.ts';
import { table } from './table.ts';

const NOTHING = '–';

/** From here on other work takes a share of the cores that shows in the seconds. */
const BUSY_LOAD_PER_CORE = 0.25;

/** The results as Markdown, in columns that a person at a terminal can read too. */
export function report(results: BenchResults): string {
  const blocks = [
    ...results.sizes.flatMap((size) => [scenarioTable(size, results), generatorTable(size, results)]),
    `Measured on ${results.date.slice(0, 10)}: ${machineText(results.machine)}. ${notesOf(results).join(' ')}`,
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** One row a scenario. */
function scenarioTable({ size, published, scenarios }: SizeResult, { source, comparedWith }: BenchResults): string {
  const articles = `${countText(size)} articles (${countText(published)} published), ${source}`;
  const rows = scenarios.map((scenario) => {
    const { seconds, cpuSeconds, peakBytes } = oursOf(scenario);
    const ratio = ratioOf(scenario);
    const peer = figuresOf(scenario.rounds.flatMap(({ isWarmUp, peer }) => (isWarmUp || !peer ? [] : [peer])));
    return [
      scenario.failure === undefined ? scenario.title : `${scenario.title} (FAILED)`,
      spreadText(seconds),
      ...(comparedWith ? [typeof ratio === 'number' ? ratio.toFixed(2) : (ratio ?? NOTHING)] : []),
      medianText(cpuSeconds),
      memoryText(peakBytes),
      ...(comparedWith ? [spreadText(peer.seconds)] : []),
    ];
  });
  const [ratio, peer] = comparedWith ? [['ratio'], [`${comparedWith} + Pagefind`]] : [[], []];
  return table([[articles, 'seconds', ...ratio, 'processor seconds', 'memory', ...peer], ...rows]);
}

/** One row a generator, ours included: its whole build, the indexer after it, both together. */
function generatorTable({ peers, scenarios }: SizeResult, { sizes }: BenchResults): string {
  if (sizes.every((size) => size.peers.length === 0)) return '';
  const clean = scenarios.find(({ name }) => name === 'clean');
  const ours = clean && oursOf(clean);
  return table([
    ['Clean build', 'generator', 'Pagefind', 'together', 'processor seconds', 'memory', 'pages', 'articles'],
    ...peers.filter(({ runs }) => runs.length > 0).map(peerRow),
    ...(ours ? [['this project', NOTHING, NOTHING, ...figureTexts(ours)]] : []),
  ]);
}

function peerRow({ title, runs }: PeerResult): string[] {
  const builds = runs.filter(({ isWarmUp }) => !isWarmUp).map(({ build }) => build);
  const step = (index: number) => spreadText(spreadOf(builds.flatMap(({ steps }) => steps[index]?.seconds ?? [])));
  return [title, step(0), step(1), ...figureTexts(figuresOf(builds))];
}

function oursOf({ rounds }: ScenarioResult) {
  return figuresOf(rounds.flatMap(({ isWarmUp, ours }) => (isWarmUp ? [] : [ours])));
}

function figureTexts({ seconds, cpuSeconds, peakBytes, count }: ReturnType<typeof figuresOf>): string[] {
  const counts = [countText(count?.pages), countText(count?.articles)];
  return [spreadText(seconds), medianText(cpuSeconds), memoryText(peakBytes), ...counts];
}

/** What a reader of the tables must know to judge them, a sentence each. */
function notesOf({ runs, comparedWith, isCold, sizes, machine, loadAtStart }: BenchResults): string[] {
  return [
    runs > 1
      ? `Median of ${runs} runs [least–most]; the run before them is not counted.`
      : 'One run each, the first: nothing is warmed up.',
    'Ours is `npm run build` from start to exit. Processor: user and system seconds of all processes. Memory: peak of the whole process tree (PSS).',
    ...(isCold ? ['The page cache was dropped before each run.'] : []),
    ...(comparedWith
      ? [`Ratio: ours ÷ ${comparedWith} building everything into an empty folder, then the Pagefind CLI, in turns.`]
      : []),
    ...(loadAtStart > machine.cores * BUSY_LOAD_PER_CORE
      ? [`The machine was busy with other work when this began (load ${loadAtStart.toFixed(1)}): seconds are too long.`]
      : []),
    ...sizes.flatMap(({ peers, scenarios }) => [
      ...peers.flatMap(({ title, runs: made, given, failure }) => {
        const articles = made.at(-1)?.build.articles;
        return [
          ...(failure === undefined
            ? []
            : [`${title} was not run${articles ? ' to the end' : ''}: ${oneLine(failure)}`]),
          ...(articles === undefined || articles === given
            ? []
            : [`${title} published ${articles} articles of ${given}: its seconds are not to be compared.`]),
        ];
      }),
      ...scenarios.flatMap(({ name, failure }) =>
        failure === undefined ? [] : [`${name} failed: ${oneLine(failure)}`],
      ),
    ]),
  ];
}

/** What a tool said, on one line and not too long. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 300);
}

function spreadText(spread: Spread | undefined): string {
  if (!spread) return NOTHING;
  const { median, least, most } = spread;
  return least === most ? median.toFixed(1) : `${median.toFixed(1)} [${least.toFixed(1)}–${most.toFixed(1)}]`;
}

function medianText(spread: Spread | undefined): string {
  return spread ? spread.median.toFixed(1) : NOTHING;
}

function memoryText(bytes: number | undefined): string {
  return bytes === undefined ? 'not measured' : `${countText(Math.round(bytes / 2 ** 20))} MB`;
}

function countText(count: number | undefined): string {
  return count === undefined ? NOTHING : count.toLocaleString('en');
}
