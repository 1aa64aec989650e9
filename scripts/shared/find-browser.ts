import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { UsageError } from '#src/publish/usage-error.ts';
import { findProgram, installDebianPackage, installStep, takesDebianPackages } from './debian-package.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium for the browser tests: one on the PATH, or one that Playwright has installed before.
 * @returns its path; undefined where there is none
 */
export function findBrowser(): string | undefined {
  const onPath = findProgram(NAMES);
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
  const purpose = 'a browser for the tests';
  const tried = takesDebianPackages() ? installDebianPackage(purpose, 'chromium') : [];
  const own = 'Playwright’s own Chromium';
  const options = [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'];
  if (!findBrowser() && !installStep(purpose, own, process.execPath, options)) tried.push(own);
  const installed = findBrowser();
  if (installed) return installed;
  throw new UsageError(
    `The browser tests need Chromium, and none could be installed (tried: ${tried.join('; ')}). ` +
      'Install Chromium or Chrome so that it is on the PATH, and run the tests again.',
    1,
  );
}
