import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { plainEnvironment } from '../plain-environment.ts';
import { withoutProgress } from './without-progress.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

/** Each call starts a process of its own. A limit ends what hangs; no test may depend on how busy the machine is. */
export const PATIENCE = { timeout: 600_000 };

/**
 * Runs a command as a person would, and waits for its end.
 * @param name `build` for `scripts/build.ts`
 * @param cwd where it is called; elsewhere than in the project's folder it finds no newsroom to build
 */
export function runScript(name: string, options: readonly string[], { cwd }: { cwd?: string } = {}) {
  return run([join(PROJECT, `scripts/${name}.ts`), ...options], process.env, cwd);
}

/**
 * Runs a few lines of a module in a process of their own.
 * @param imports what they import, by name: paths from the project's folder
 * @param environment in place of this process's own; `cwd` in place of the project's folder
 */
export function runLines(
  imports: Readonly<Record<string, string>>,
  lines: string,
  { environment, cwd }: { environment?: NodeJS.ProcessEnv; cwd?: string } = {},
) {
  const head = Object.entries(imports).map(
    ([name, path]) => `import { ${name} } from ${JSON.stringify(join(PROJECT, path))};\n`,
  );
  return run(['--input-type=module', '--eval', `${head.join('')}${lines}`], environment, cwd);
}

function run(options: readonly string[], environment: NodeJS.ProcessEnv = process.env, cwd = PROJECT) {
  const ended = spawnSync(process.execPath, options, {
    cwd,
    encoding: 'utf8',
    env: plainEnvironment(environment),
    timeout: PATIENCE.timeout,
  });
  return { ...ended, stderr: withoutProgress(ended.stderr) };
}
