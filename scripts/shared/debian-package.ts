import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns the path of the first of these programs that is on the PATH, or in one of some further folders */
export function findProgram(names: readonly string[], furtherFolders: readonly string[] = []): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...furtherFolders];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Whether this machine takes Debian’s packages, and from this user. */
export function takesDebianPackages(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/**
 * Runs one step of installing something, telling what it is.
 * @param purpose what for: `a browser for the tests`
 * @param what the step: `Debian’s package “chromium”`
 * @returns whether it went well; its own messages are shown
 */
export function installStep(purpose: string, what: string, command: string, options: readonly string[]): boolean {
  console.error(`Installing ${purpose}: ${what} …`);
  return spawnSync(command, options, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/**
 * Installs a package of Debian's.
 * @returns the steps that failed, as they are told
 */
export function installDebianPackage(purpose: string, name: string): string[] {
  const lists = 'Debian’s package lists';
  const wanted = `Debian’s package “${name}”`;
  const apt = ['install', '-y', '-qq', '--no-install-recommends', name];
  return [
    ...(installStep(purpose, lists, 'apt-get', ['update', '-qq']) ? [] : [lists]),
    ...(installStep(purpose, wanted, 'apt-get', apt) ? [] : [wanted]),
  ];
}
