import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { siteHeaders, type HeaderRules } from '#src/hosting/site-headers.ts';
import { serveSite, type ServedSite } from '../../scripts/shared/static-server.ts';
import { siteFolder } from '../site/build-sites.ts';
import { launchBrowser } from './launch-browser.ts';
import { PATIENCE_MS } from '../patience.ts';

/** The two screens every page is read on: a small phone, and a laptop. */
export const PHONE = { width: 360, height: 740 };
export const LAPTOP = { width: 1280, height: 860 };

/** What a host sends that was told nothing: of the policies, the page's own is left. */
export const WITHOUT_HEADERS: HeaderRules = {
  below: '',
  everywhere: {},
  caching: 'no-cache',
  unchanging: [],
  unchangingCaching: 'no-cache',
  types: {},
};

/** How a reader comes to a page. */
export interface View extends Pick<
  BrowserContextOptions,
  'colorScheme' | 'forcedColors' | 'reducedMotion' | 'javaScriptEnabled' | 'bypassCSP'
> {
  /** In CSS pixels; a laptop's by default. */
  screen?: { width: number; height: number };
  /** The HTTP status expected of the first page. */
  status?: number;
  /** Prepares a page of its own before anything is loaded into it. */
  before?: (page: Page) => unknown;
}

/** A reader's visit. */
export interface Visit {
  page: Page;
  /** Every address asked for so far, from the root. */
  requests: readonly string[];
  /** Says that the page reports a problem before the test ends, which is then no fault; a page that does not fails the test. */
  expectProblem: (what: RegExp) => void;
  /** Sets the reader's own text size in the browser's settings; 16 is what browsers come with. */
  setTextSize: (px: number) => Promise<void>;
}

/** The site under test being served, and the browser that reads it. */
export interface Reader {
  /** `http://localhost:41234`; known once the tests run. */
  readonly origin: string;
  /** Opens a page of the site and waits until it has loaded. */
  open: (path: string, view?: View) => Promise<Visit>;
}

/** What happened during one visit. */
interface Trail {
  requests: string[];
  problems: string[];
  expected: RegExp[];
}

/** A page of the browser, which tests use one after another: a new one costs seconds. */
interface Tab {
  page: Page;
  /** The site that is read in it. */
  origin: string;
  /** What its context was made with; a page that was prepared has one of its own. */
  kind: string | undefined;
  trail: Trail;
  /** A page that was prepared for a test, or in which something went wrong, is used for no other. */
  isSpent: boolean;
  textSizePx: number;
}

/** What this worker's tests have opened so far, and use again. */
const contexts = new Map<string, BrowserContext>();
let free: Tab[] = [];

/**
 * Serves a site for the tests of one file; after each test, whatever a page of it reported (errors, failed requests, requests
 * to anybody else) fails that test.
 * @param folder the built site; the sample newsroom's by default
 * @param headers those that the host sends
 */
export function useReader(folder = siteFolder('sample'), headers = siteHeaders()): Reader {
  let browser: Browser | undefined;
  let site: ServedSite | undefined;
  let inUse: Tab[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(folder, 0, headers), launchBrowser()]);
  });

  afterAll(async () => {
    await site?.close();
  });

  afterEach(async () => {
    const tabs = inUse;
    inUse = [];
    const missing = () =>
      tabs.flatMap(({ trail }) =>
        trail.expected.filter((what) => !trail.problems.some((problem) => what.test(problem))),
      );
    await expect
      .poll(missing)
      .toEqual([])
      .finally(() => release(tabs));
    const unexpected = tabs.flatMap(({ trail }) =>
      trail.problems.filter((problem) => !trail.expected.some((what) => what.test(problem))),
    );
    expect(unexpected).toEqual([]);
  });

  /** Closes what is used for no other test, and keeps the rest. */
  async function release(tabs: readonly Tab[]): Promise<void> {
    const spent = tabs.filter(({ isSpent, trail }) => isSpent || trail.problems.length > trail.expected.length);
    const kept = tabs.filter((tab) => !spent.includes(tab));
    // What a page has yet to load, now or at another size, must not be asked for in the next test.
    await Promise.all([
      ...kept.map(({ page }) => page.goto('about:blank')),
      ...spent.map(({ page, kind }) => (kind === undefined ? page.context() : page).close()),
    ]);
    free.push(...kept);
  }

  const newTab = async (kind: string | undefined, options: BrowserContextOptions): Promise<Tab> => {
    if (!browser) throw new Error('The browser runs only while tests run');
    const context = contexts.get(kind ?? '') ?? (await browser.newContext(options));
    if (kind !== undefined) contexts.set(kind, context);
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const tab = { page, origin: origin(), kind, trail: newTrail(), isSpent: kind === undefined, textSizePx: 16 };
    watch(tab);
    return tab;
  };

  const origin = () => {
    if (!site) throw new Error('The site is served only while tests run');
    return site.origin;
  };

  return {
    get origin() {
      return origin();
    },
    async open(
      path,
      { screen = LAPTOP, status = 200, before, javaScriptEnabled = true, bypassCSP = false, ...media } = {},
    ) {
      const options = { javaScriptEnabled, bypassCSP };
      const kind = before ? undefined : JSON.stringify(options);
      const used = kind === undefined ? undefined : free.find((tab) => tab.kind === kind);
      const tab = used ?? (await newTab(kind, options));
      free = free.filter((other) => other !== tab);
      inUse.push(tab);
      tab.trail = newTrail();
      tab.origin = origin();
      const { page, trail } = tab;
      const setTextSize = async (px: number) => {
        if (tab.textSizePx === px) return;
        const devTools = await page.context().newCDPSession(page);
        await devTools.send('Page.setFontSizes', { fontSizes: { standard: px } });
        await devTools.detach();
        tab.textSizePx = px;
      };
      if (used) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await setTextSize(16);
      await page.setViewportSize(screen);
      await page.emulateMedia({
        media: null,
        colorScheme: 'light',
        forcedColors: 'none',
        reducedMotion: 'no-preference',
        ...media,
      });
      await before?.(page);
      if (status !== 200) trail.expected.push(new RegExp(`status of ${status} .* at .*${escaped(path)}$`));
      const response = await page.goto(origin() + path);
      expect(response?.status()).toBe(status);
      return {
        page,
        requests: trail.requests,
        expectProblem: (what) => {
          tab.isSpent = true;
          trail.expected.push(what);
        },
        setTextSize,
      };
    },
  };
}

const newTrail = (): Trail => ({ requests: [], problems: [], expected: [] });

/** Writes down what a page asks for, and what goes wrong in it. */
function watch(tab: Tab): void {
  const { page } = tab;
  const report = (problem: string) => void tab.trail.problems.push(problem);
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} at ${message.location().url}`);
  });
  page.on('pageerror', (error) => report(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    report(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    tab.trail.requests.push(url.pathname + url.search);
    if (url.protocol.startsWith('http') && url.origin !== tab.origin) report(`third party: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page drops what it had still to load.
    if (reason !== 'net::ERR_ABORTED') report(`failed: ${request.url()} ${reason}`);
  });
}

/** Presses Tab until the element has the keyboard. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

/** Waits until the page has done all that it had to do at once, and is idle. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));
}

/** Prepares a page so that {@link shiftOf} knows what moves in it. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, 'hadRecentInput'))
          Object.assign(window, { shifted: Reflect.get(window, 'shifted') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** How far what the reader sees has moved by itself since the page was asked for: the sum of its layout shifts (web.dev/cls). */
export const shiftOf = (page: Page) => page.evaluate(() => Reflect.get(window, 'shifted') as number);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
