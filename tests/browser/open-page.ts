import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findBrowser } from '../../scripts/shared/find-browser.ts';
import { serveSite, type ServedSite } from '../../scripts/shared/static-server.ts';
import { siteFolder } from '../site/build-sites.ts';

/** The two screens every page is read on: a small phone, and a laptop. */
export const PHONE = { width: 360, height: 740 };
export const LAPTOP = { width: 1280, height: 860 };

/** Nothing of the browser's own may reach the network, and no page may reach further than the site under test. */
const LAUNCH_OPTIONS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** How long a page may take to do what a test waits for, on a busy machine. */
const PATIENCE_MS = 15_000;

/** How a reader comes to a page. */
export interface View extends Pick<
  BrowserContextOptions,
  'colorScheme' | 'forcedColors' | 'reducedMotion' | 'javaScriptEnabled' | 'bypassCSP'
> {
  /** In CSS pixels; a laptop's unless told otherwise. */
  screen?: { width: number; height: number };
  /** The HTTP status expected of the first page. */
  status?: number;
  /** Prepares the page before anything is loaded into it. */
  before?: (page: Page) => Promise<unknown>;
}

/** A reader's visit: one page in a browser that has never been here before. */
export interface Visit {
  page: Page;
  /** Every address asked for so far, from the root. */
  requests: readonly string[];
  /** Says that the page will report a problem, which is then no fault; a test that sees none fails. */
  expectProblem: (what: RegExp) => void;
  /** Sets the reader's own text size in the browser's settings; 16 is what browsers come with. */
  setTextSize: (px: number) => Promise<void>;
}

/** The site under test being served, and the browser that reads it. */
export interface Reader {
  /** `http://localhost:41234`; known once the tests run. */
  readonly origin: string;
  /** Opens a page of the site in a fresh context and waits until it has loaded. */
  open: (path: string, view?: View) => Promise<Visit>;
}

interface Trail {
  context: { close: () => Promise<void> };
  problems: string[];
  expected: RegExp[];
}

/**
 * Serves a site and starts a browser for the tests of one file; after each test, whatever a page of it reported (errors,
 * failed requests, requests to anybody else) fails that test.
 * @param folder the built site; the sample newsroom's unless told otherwise
 */
export function useReader(folder = siteFolder('sample')): Reader {
  let browser: Browser | undefined;
  let site: ServedSite | undefined;
  let trails: Trail[] = [];

  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('There is no Chromium on the PATH; “npm test” installs one.');
    [site, browser] = await Promise.all([
      serveSite(folder, 0),
      chromium.launch({ executablePath, args: LAUNCH_OPTIONS }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  afterEach(async () => {
    const finished = trails;
    trails = [];
    await Promise.all(finished.map(({ context }) => context.close()));
    const problems = finished.flatMap((trail) => trail.problems);
    const expected = finished.flatMap((trail) => trail.expected);
    expect(problems.filter((problem) => !expected.some((what) => what.test(problem)))).toEqual([]);
    expect(expected.filter((what) => !problems.some((problem) => what.test(problem)))).toEqual([]);
  });

  const origin = () => {
    if (!site) throw new Error('The site is served only while tests run');
    return site.origin;
  };

  return {
    get origin() {
      return origin();
    },
    async open(path, { screen = LAPTOP, status = 200, before, ...options } = {}) {
      if (!browser) throw new Error('The browser runs only while tests run');
      const context = await browser.newContext({ viewport: screen, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      const trail: Trail = { context, problems: [], expected: [] };
      trails.push(trail);
      const requests = watch(page, origin(), trail.problems);
      await before?.(page);
      if (status !== 200) trail.expected.push(new RegExp(`status of ${status} .* at .*${escaped(path)}$`));
      const response = await page.goto(origin() + path);
      expect(response?.status()).toBe(status);
      return {
        page,
        requests,
        expectProblem: (what) => trail.expected.push(what),
        async setTextSize(px) {
          const devTools = await context.newCDPSession(page);
          await devTools.send('Page.setFontSizes', { fontSizes: { standard: px } });
          await devTools.detach();
        },
      };
    },
  };
}

/** Writes down what a page asks for, and what goes wrong in it. */
function watch(page: Page, origin: string, problems: string[]): readonly string[] {
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} at ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(url.pathname + url.search);
    if (url.protocol.startsWith('http') && url.origin !== origin) problems.push(`third party: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page drops what it had still to load.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  return requests;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
