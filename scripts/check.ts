import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import colours from 'picocolors';
import { runCommand, textOption, UsageError } from './shared/command-line.ts';
import { installBrowser } from './shared/find-browser.ts';
import { installNginx } from './shared/find-nginx.ts';

const command = {
  call: 'npm test --',
  summary: 'Checks everything: types, lint, format, and the unit, site, publish and browser tests.',
  options: {
    only: { type: 'string', value: '<stage>', help: 'one stage: types, lint, format, unit, site, publish or browser' },
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
  browser: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'browser'],
};

await runCommand(command, (values) => {
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
  const names = only ? [only] : Object.keys(STAGES);
  if (names.includes('publish')) installNginx();
  if (names.includes('browser')) installBrowser();

  const rows = names.map((name) => {
    const [tool = '', ...options] = STAGES[name] ?? [];
    console.log(colours.bold(`\n── ${name}`));
    const startedAt = performance.now();
    const { status } = spawnSync(tool, options, {
      stdio: 'inherit',
      env: { ...process.env, ...(archive && { NEWSROOM_ARCHIVE_SITE: resolve(archive) }) },
    });
    return { name, isGood: status === 0, seconds: ((performance.now() - startedAt) / 1000).toFixed(0) };
  });
  console.log('');
  for (const { name, isGood, seconds } of rows) {
    console.log(`${isGood ? colours.green('passed') : colours.red('failed')}  ${name}  ${seconds} s`);
  }
  const failed = rows.filter(({ isGood }) => !isGood).length;
  console.log(`${rows.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
