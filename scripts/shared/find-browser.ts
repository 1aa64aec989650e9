import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { UsageError } from './command-line.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium for the browser tests: one on the PATH, or one that Playwright has installed before.
 * @returns its path; undefined where there is none
 */
export function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (onPath) return onPath;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/**
 * The same, installing one where there is none: Debian's package where this user may, else Playwright's own.
 * @throws UsageError that says what was tried and what to do
 */
export function installBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const tried: string[] = [];
  const attempt = (what: string, command: string, options: readonly string[]) => {
    console.error(`Installing a browser for the tests: ${what} …`);
    const { status } = spawnSync(command, options, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) tried.push(what);
  };
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    attempt('Debian’s package lists', 'apt-get', ['update', '-qq']);
    attempt('Debian’s package “chromium”', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (!findBrowser()) {
    attempt('Playwright’s own Chromium', process.execPath, [
      join('node_modules', 'playwright-core', 'cli.js'),
      'install',
      'chromium',
    ]);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new UsageError(
    `The browser tests need Chromium, and none could be installed (tried: ${tried.join('; ')}). ` +
      'Install Chromium or Chrome so that it is on the PATH, and run the tests again.',
    1,
  );
}
