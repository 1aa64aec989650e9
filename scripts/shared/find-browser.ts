import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { debianSteps, findOrInstall, findProgram } from './find-program.ts';

/** Chromium without windows takes two thirds of the processor time of the full one. */
const WITHOUT_WINDOWS = 'chromium-headless-shell';

/** @returns the path of a Chromium on the PATH, or of the one that Playwright has installed; undefined if there is none */
export function findBrowser(): string | undefined {
  const onPath = findProgram([
    WITHOUT_WINDOWS,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]);
  const own = chromium.executablePath();
  return onPath ?? (existsSync(own) ? own : undefined);
}

/**
 * The same; installs one if there is none: Debian's package if this user may, else Playwright's own.
 * @throws UsageError that says what was tried and what to do
 */
export function installBrowser(): string {
  const playwright = [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'];
  return findOrInstall(findBrowser, { need: 'The browser tests', program: 'Chromium', install: 'Chromium or Chrome' }, [
    ...debianSteps(WITHOUT_WINDOWS),
    { what: 'Playwright’s own Chromium', command: [process.execPath, ...playwright] },
  ]);
}
