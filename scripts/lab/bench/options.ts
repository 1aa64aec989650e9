import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SEARCH_FOLDER } from '#src/urls.ts';
import { suggest } from '#src/schemas/explain.ts';
import { numberOption, textOption } from '../../shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { dropPageCache } from './measure.ts';
import { PEER_NAMES, type PeerName } from './peers/peers.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import type { SearchBenchOptions } from './search/measure-search.ts';

export const command = {
  call: 'npm run bench --',
  summary:
    'Measures what publishing a change costs, with “npm run build” from start to exit: the median of some runs after one that\n' +
    'is not counted. The builds run in a copy of this checkout; nothing in it changes.',
  options: {
    sizes: { value: '<n,…>', help: 'articles in the newsroom, a table each (default: 2000)' },
    runs: { value: '<n>', help: 'measured runs of each scenario (default: 5); 1 counts the first' },
    from: { value: '<file>', help: 'real articles, as npm run newsroom takes them (default: invented)' },
    scenarios: {
      value: '<name,…>',
      help: `of ${SCENARIOS.map(({ name }) => name).join(', ')}; or none (default: all)`,
    },
    peers: { help: 'also build the same articles with other generators, Pagefind included' },
    engines: { value: '<name,…>', help: `which of them: ${PEER_NAMES.join(', ')} (default: all)` },
    hugo: { value: '<binary>', help: 'Hugo’s program (default: hugo on the PATH)' },
    search: {
      value: '<dir>',
      help: 'instead, look for known stories in this built site: how well they are found and what it costs readers,\nbeside Pagefind and MiniSearch',
    },
    stories: { value: '<n>', help: 'with --search: how many stories are drawn (default: 300)' },
    seed: { value: '<text>', help: 'with --search: others are drawn with another one (default: stories)' },
    cold: { help: 'drop the page cache before each run: Linux, as root' },
    json: { value: '<file>', help: 'write every single run there' },
    work: { value: '<dir>', help: 'where to work, kept afterwards (default: a folder that is removed)' },
  },
} as const;

/** What the command is asked for. */
export interface BenchOptions {
  /** Ascending, each once. */
  sizes: readonly number[];
  runs: number;
  /** Absolute path of a file of articles; undefined: they are invented. */
  from: string | undefined;
  scenarios: readonly Scenario[];
  /** Empty without `--peers`. */
  peers: readonly PeerName[];
  hugo: string;
  isCold: boolean;
  json: string | undefined;
  work: string | undefined;
  /** Measure the search of this site, and nothing else. */
  search: SearchBenchOptions | undefined;
}

const FEWEST_ARTICLES = 10;
const MOST_ARTICLES = 1_000_000;

/**
 * Reads and checks the options.
 * @throws UsageError if the command cannot be carried out as it was called
 */
export function readOptions(values: Partial<Record<keyof typeof command.options, string | boolean>>): BenchOptions {
  const text = (name: keyof typeof command.options) => textOption(values, name);
  const sizes = namesIn(text('sizes') ?? '2000').map((size) =>
    numberOption('sizes', size, FEWEST_ARTICLES, MOST_ARTICLES),
  );
  const from = text('from');
  if (from !== undefined && !statSync(from, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`--from ${from}: there is no such file`);
  }
  const peers = values.peers === true ? chosen('engines', text('engines') ?? PEER_NAMES.join(), PEER_NAMES) : [];
  for (const name of ['engines', 'hugo'] as const) {
    if (text(name) !== undefined && values.peers !== true) throw new UsageError(`--${name} needs --peers as well`);
  }
  const scenarios = scenariosIn(text('scenarios'));
  if (scenarios.length === 0 && peers.length === 0) {
    throw new UsageError('--scenarios none: there is nothing to measure; add --peers');
  }
  const path = (name: 'from' | 'json' | 'work') => {
    const given = text(name);
    return given === undefined ? undefined : resolve(given);
  };
  const json = path('json');
  // An hour's work should not end at a folder that is not there.
  if (json !== undefined && !existsSync(dirname(json))) throw new UsageError(`--json ${json}: there is no such folder`);
  const isCold = values.cold === true;
  if (isCold && !dropPageCache()) throw new UsageError('--cold: not possible here; leave it out');
  const hugo = text('hugo') ?? 'hugo';
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    runs: numberOption('runs', text('runs') ?? '5', 1, 100),
    from: path('from'),
    scenarios,
    peers,
    // A bare name is looked up on the PATH; anything else is a path from where the command was called.
    hugo: /[\\/]/.test(hugo) ? resolve(hugo) : hugo,
    isCold,
    json,
    work: path('work'),
    search: searchOptions(text('search'), text('stories'), text('seed')),
  };
}

function searchOptions(
  site: string | undefined,
  stories: string | undefined,
  seed: string | undefined,
): SearchBenchOptions | undefined {
  if (site === undefined) {
    if (stories !== undefined || seed !== undefined) throw new UsageError('--stories and --seed need --search as well');
    return undefined;
  }
  if (!existsSync(join(site, SEARCH_FOLDER))) throw new UsageError(`--search ${site}: holds no built site`);
  return {
    site: resolve(site),
    stories: numberOption('stories', stories ?? '300', 1, 100_000),
    seed: seed ?? 'stories',
  };
}

function scenariosIn(list: string | undefined): readonly Scenario[] {
  if (list === undefined) return SCENARIOS;
  if (list === 'none') return [];
  const names = chosen(
    'scenarios',
    list,
    SCENARIOS.map(({ name }) => name),
  );
  return names.flatMap((name) => SCENARIOS.find((scenario) => scenario.name === name) ?? []);
}

/** Names of a list, each once and known. */
function chosen<Name extends string>(option: string, list: string, known: readonly Name[]): Name[] {
  const names = [...new Set(namesIn(list))];
  return names.map((name) => {
    const found = known.find((candidate) => candidate === name);
    if (found !== undefined) return found;
    const meant = suggest(name, known);
    throw new UsageError(
      `--${option} ${name}: ${meant ? `did you mean “${meant}”?` : `expected some of ${known.join(', ')}`}`,
    );
  });
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
