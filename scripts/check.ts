import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import colours from 'picocolors';
import { runCommand, textOption } from './shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { installBrowser } from './shared/find-browser.ts';
import { installNginx } from './shared/find-nginx.ts';

const vitest = (project: string) => ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project];

/**
 * A command of a tool in node_modules/.bin for each stage, the longest first, so that all runners end at about the same time.
 * `site` and `browser` read the same sites: the second of them finds them built.
 */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  browser: vitest('browser'),
  forms: vitest('forms'),
  scripts: vitest('scripts'),
  site: vitest('site'),
  types: ['astro', 'check'],
  publish: vitest('publish'),
  unit: vitest('unit'),
  lab: vitest('lab'),
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  lint: ['eslint', '--config', '.eslint.config.mjs', '--max-warnings', '0', '.'],
};
const STAGE_NAMES = Object.keys(STAGES);

const command = {
  call: 'npm test --',
  summary: `Checks everything: ${STAGE_NAMES.join(', ')}. Of what takes long, a few rounds.`,
  options: {
    only: { value: '<stage>', help: `one stage: ${STAGE_NAMES.join(', ')}` },
    long: { help: 'every round and all that takes long: kills, full disks, histories, benchmarks' },
    payloads: {
      value: '<file>',
      help: 'also try these hostile strings: a line each, or a JSON list of them (several files: as in PATH)',
    },
  },
} as const;

/** How many stages run at once: browsers and servers wait often enough for three to keep two cores busy. */
const RUNNERS = 3;
/** Of what a failed stage printed, how much is shown again at the end: a log of CI is often cut to its end. */
const LAST_LINES = 80;
/** How often a terminal or a log hears that the stages still run. */
const HEARTBEAT_MS = 30_000;

await runCommand(command, async (values) => {
  const only = textOption(values, 'only');
  if (only !== undefined && !(only in STAGES)) {
    throw new UsageError(`--only ${only}: expected one of ${STAGE_NAMES.join(', ')}`);
  }
  const payloads = (textOption(values, 'payloads') ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((file) => resolve(file));
  for (const file of payloads) if (!existsSync(file)) throw new UsageError(`--payloads ${file}: there is no such file`);
  const isLong = values.long === true;
  const names = only !== undefined ? [only] : STAGE_NAMES;
  if (names.includes('publish')) installNginx();
  if (names.includes('browser') || names.includes('forms')) installBrowser();

  const environment = {
    ...(payloads.length > 0 && { NEWSROOM_PAYLOADS: payloads.join(delimiter) }),
    ...(isLong && { NEWSROOM_LONG: '1' }),
  };
  // The long run measures and kills at random moments: nothing else may run beside it.
  const results = await runStages(names, environment, isLong ? 1 : RUNNERS);
  const failed = results.filter(({ isGood }) => !isGood);
  for (const { name, output } of results.length > 1 ? failed : []) {
    console.log(colours.bold(`\n── the end of what ${name} printed`));
    console.log(output.trimEnd().split('\n').slice(-LAST_LINES).join('\n'));
  }
  console.log('');
  for (const result of results) console.log(rowOf(result));
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
});

interface StageResult {
  name: string;
  isGood: boolean;
  seconds: string;
  output: string;
}

/** Runs stages, a few at once. What a stage prints is shown when it ends, so that no two are mixed. */
async function runStages(
  names: readonly string[],
  environment: Record<string, string>,
  runners: number,
): Promise<StageResult[]> {
  const startedAt = performance.now();
  const waiting = [...names];
  const running = new Set<string>();
  const results: StageResult[] = [];
  const heartbeat = setInterval(() => {
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
    console.log(colours.dim(`… ${minutes} min: ${[...running].join(' and ')}`));
  }, HEARTBEAT_MS);
  const run = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      running.add(name);
      const result = await runStage(name, environment);
      running.delete(name);
      console.log(`${colours.bold(`\n── ${name}`)}\n${result.output.trimEnd()}\n${rowOf(result)}`);
      results.push(result);
    }
  };
  try {
    await Promise.all(Array.from({ length: runners }, run));
  } finally {
    clearInterval(heartbeat);
  }
  return results;
}

async function runStage(name: string, environment: Record<string, string>): Promise<StageResult> {
  const [tool = '', ...options] = STAGES[name] ?? [];
  const startedAt = performance.now();
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : {};
  const child = spawn(tool, options, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...colour, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  return { name, isGood: status === 0, seconds, output };
}

function rowOf({ name, isGood, seconds }: StageResult): string {
  return `${isGood ? colours.green('passed') : colours.red('failed')}  ${name}  ${seconds} s`;
}
