import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/shared/find-browser.ts';
import { PATIENCE_MS } from '../patience.ts';

/** Nothing of the browser's own may reach the network, and no page may reach further than this machine. */
const ARGUMENTS = [
  '--no-sandbox',
  // Drawing on a processor is quicker than on a graphics card that is not there.
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

let browser: Promise<Browser> | undefined;

/** The browser of this worker, started once; it ends with the worker. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium on the PATH; “npm test” installs one.');
  return (browser ??= chromium.launch({ executablePath, args: ARGUMENTS, timeout: PATIENCE_MS }));
}
