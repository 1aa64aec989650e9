import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../../../scripts/lab/project-copy.ts';
import { PATIENCE_MS } from '../../patience.ts';
import { plainEnvironment } from '../../plain-environment.ts';

export const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** A copy of this project, with a small newsroom in place of the sample, that can be set up. */
export function projectCopy(folder: string) {
  copyProject(PROJECT, folder);
  for (const name of ['.github', '.ci']) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), join(folder, 'src/content'), { recursive: true });
  cpSync(join(PROJECT, 'src/content/README.md'), join(folder, 'src/content/README.md'));
  const start = (program: string, options: readonly string[], input: string) => {
    const { status, stdout, stderr } = spawnSync(program, options, {
      cwd: folder,
      encoding: 'utf8',
      input,
      env: plainEnvironment(),
      // A question too many would wait for its answer for ever.
      timeout: PATIENCE_MS / 2,
    });
    return { status, stdout, stderr };
  };
  const run = (options: readonly string[], input = '') =>
    start(process.execPath, ['scripts/setup.ts', ...options], input);
  /** Runs a few lines of the copy's own code. */
  const evaluate = (code: string) => start(process.execPath, ['--input-type=module', '--eval', code], '');
  /** The same on a terminal, where everything that is shown is one text. */
  const runOnTerminal = (options: readonly string[], input: string) => {
    const words = [process.execPath, 'scripts/setup.ts', ...options].map(
      (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`,
    );
    return start('script', ['--quiet', '--return', '--command', words.join(' '), '/dev/null'], input);
  };
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    folder,
    run,
    evaluate,
    runOnTerminal,
    read,
    has: (path: string) => existsSync(join(folder, path)),
  };
}
