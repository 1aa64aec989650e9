import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';

/** @returns the path of the first of these programs that is on the PATH, or in a further folder */
export function findProgram(names: readonly string[], furtherFolders: readonly string[] = []): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...furtherFolders];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** A command that may install a program. */
interface InstallStep {
  /** What it installs: `Debian’s package “chromium”`. */
  what: string;
  command: readonly [program: string, ...options: string[]];
}

/** How to install a package of Debian's; no steps on other systems, or if this user may not. */
export function debianSteps(name: string): InstallStep[] {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return [];
  return [
    { what: 'Debian’s package lists', command: ['apt-get', 'update', '-qq'] },
    {
      what: `Debian’s package “${name}”`,
      command: ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', name],
    },
  ];
}

/**
 * A program that tests need; if there is none, tries to install it.
 * @param find returns its path
 * @param names what needs it, what it is, and what an operator can install
 * @throws UsageError that says what was tried and what to do
 */
export function findOrInstall(
  find: () => string | undefined,
  { need, program, install }: { need: string; program: string; install: string },
  steps: readonly InstallStep[],
): string {
  const tried: string[] = [];
  for (const { what, command } of steps) {
    if (find()) break;
    console.error(`Installing ${program} for the tests: ${what} …`);
    const [name, ...options] = command;
    if (spawnSync(name, options, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) tried.push(what);
  }
  const path = find();
  if (path) return path;
  throw new UsageError(
    `${need} need ${program}, and it could not be installed (tried: ${tried.join('; ') || 'nothing'}). ` +
      `Install ${install} so that it is on the PATH, and run the tests again.`,
    1,
  );
}
