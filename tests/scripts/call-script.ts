import { join } from 'node:path';
import { formatWithOptions, stripVTControlCharacters } from 'node:util';
import { withoutProgress } from './without-progress.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

/** How a command ended, and what it printed, without colours. */
export interface Called {
  status: number;
  stdout: string;
  stderr: string;
}

let calls = 0;

/**
 * Runs a command in this process: what a person would see, without the second that a process of its own takes to start.
 * Only one runs at a time in a test file, since it is given this process's arguments, output and folder.
 * @param name `deploy` for `scripts/deploy.ts`
 * @param cwd where it is called, in place of the project's folder
 */
export async function callScript(name: string, options: readonly string[], { cwd = PROJECT } = {}): Promise<Called> {
  const before = { argv: process.argv, exit: process.exit, cwd: process.cwd(), log: console.log, error: console.error };
  const writers = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  const printed = ['', ''];
  // A command that only answers `--help` ends by itself.
  let status = 0;
  const path = join(PROJECT, 'scripts', `${name}.ts`);
  process.argv = [process.execPath, path, ...options];
  process.exit = ((code: number) => void (status = code)) as typeof process.exit;
  for (const [index, { stream }] of writers.entries()) {
    const print = (text: string) => (printed[index] += text);
    stream.write = ((text: string, done?: () => void) => (print(text), done?.(), true)) as typeof stream.write;
    console[index === 0 ? 'log' : 'error'] = (...values: unknown[]) =>
      void print(`${formatWithOptions({ colors: false }, ...values)}\n`);
  }
  try {
    process.chdir(cwd);
    // Another address each time: a command runs when its module is loaded.
    await import(/* @vite-ignore */ `${path}?call=${(calls += 1)}`);
  } finally {
    process.chdir(before.cwd);
    process.argv = before.argv;
    process.exit = before.exit;
    for (const { stream, write } of writers) stream.write = write;
    Object.assign(console, { log: before.log, error: before.error });
  }
  const [stdout = '', stderr = ''] = printed.map(stripVTControlCharacters);
  return { status, stdout, stderr: withoutProgress(stderr) };
}
