import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import colours from 'picocolors';
import { runCommand, textOption } from './shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { installBrowser } from './shared/find-browser.ts';
import { installNginx } from './shared/find-nginx.ts';

const command = {
  call: 'npm test --',
  summary: 'Checks everything: types, lint, format, and the unit, site, publish, forms and browser tests.',
  options: {
    only: {
      type: 'string',
      value: '<stage>',
      help: 'one stage: types, lint, format, unit, site, publish, forms or browser',
    },
    payloads: {
      type: 'string',
      value: '<file>',
      help: 'also try these hostile strings: a line each, or a JSON list of them (several files: as in PATH)',
    },
    archive: { type: 'string', value: '<dir>', help: 'also search this built site of 19,042 real stories (README)' },
  },
} as const;

/** The stages, the quick ones first. Each is a command of a tool in node_modules/.bin. */
const STAGES: Record<string, readonly string[]> = {
  types: ['astro', 'check'],
  lint: ['eslint', '--config', '.eslint.config.mjs', '--max-warnings', '0', '.'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  unit: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit'],
  site: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'site'],
  publish: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'publish'],
  forms: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'forms'],
  browser: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'browser'],
};

/** Of what a failed stage printed, what is shown once more at the end. */
const LAST_LINES = 80;

await runCommand(command, async (values) => {
  const only = textOption(values, 'only');
  if (only && !(only in STAGES)) {
    throw new UsageError(`--only ${only}: expected one of ${Object.keys(STAGES).join(', ')}`);
  }
  const archive = textOption(values, 'archive');
  if (archive && !existsSync(join(archive, 'pagefind'))) {
    throw new UsageError(
      `--archive ${archive}: holds no built site; npm run build -- --content <dir> --out ${archive} makes one`,
    );
  }
  const payloads = (textOption(values, 'payloads') ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((file) => resolve(file));
  for (const file of payloads) if (!existsSync(file)) throw new UsageError(`--payloads ${file}: there is no such file`);
  const names = only ? [only] : Object.keys(STAGES);
  if (names.includes('publish')) installNginx();
  if (names.includes('browser') || names.includes('forms')) installBrowser();

  const rows: StageResult[] = [];
  for (const name of names) {
    console.log(colours.bold(`\n── ${name}`));
    rows.push(
      await runStage(name, {
        ...(archive && { NEWSROOM_ARCHIVE_SITE: resolve(archive) }),
        ...(payloads.length > 0 && { NEWSROOM_PAYLOADS: payloads.join(delimiter) }),
      }),
    );
  }
  const failed = rows.filter(({ isGood }) => !isGood);
  // A log of CI is often cut to its end: there, what went wrong is told once more.
  for (const { name, lastLines } of names.length > 1 ? failed : []) {
    console.log(colours.bold(`\n── what ${name} said last`));
    console.log(lastLines.join('\n'));
  }
  console.log('');
  for (const { name, isGood, seconds } of rows) {
    console.log(`${isGood ? colours.green('passed') : colours.red('failed')}  ${name}  ${seconds} s`);
  }
  console.log(`${rows.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
});

interface StageResult {
  name: string;
  isGood: boolean;
  seconds: string;
  /** The end of what it printed, where Vitest repeats what failed. */
  lastLines: readonly string[];
}

/** Runs one stage, shows what it prints as it comes, and keeps the end of that. */
async function runStage(name: string, environment: Record<string, string>): Promise<StageResult> {
  const [tool = '', ...options] = STAGES[name] ?? [];
  const startedAt = performance.now();
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : {};
  const child = spawn(tool, options, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...colour, ...environment },
  });
  let said = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (piece: string) => {
      to.write(piece);
      said = (said + piece).slice(-100_000);
    });
  }
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  return { name, isGood: status === 0, seconds, lastLines: said.trimEnd().split('\n').slice(-LAST_LINES) };
}
