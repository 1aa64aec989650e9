import { markdownToHtml } from 'satteri';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attacks } from '../hostile-strings.ts';
import { IS_LONG } from '../long.ts';
import { readSite } from '../site/built-site.ts';
import { HIT, hostileSite } from '../site/hostile-site.ts';
import { useReader } from './open-page.ts';
import { answered } from './search-page.ts';

const folder = hostileSite();
const reader = useReader(folder);

const PATIENCE_MS = 1_800_000;

/** Counts what runs and what is asked of anybody else, with the policy switched off: the sanitiser is alone. */
async function watched(page: Page, hits: string[]): Promise<void> {
  await page.exposeBinding('__hit', (_, what: unknown) => void hits.push(`ran: ${String(what)}`));
  await page.addInitScript(() => {
    const report = (what: string) => () => void Reflect.get(window, '__hit')(what);
    Object.assign(window, { alert: report('alert'), confirm: report('confirm'), prompt: report('prompt') });
  });
  // Nobody is reached: the browser knows no host but this machine.
  page.on('request', (request) => {
    const url = request.url();
    if (new URL(url).origin !== reader.origin) hits.push(`asked: ${url.slice(0, 200)}`);
  });
}

/** Does to every element what readers do, and what makes handlers run; links are followed only where they run something. */
async function meddle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const done = 'click dblclick mouseover mousedown mouseup focus blur keydown keyup input change toggle submit'.split(
      ' ',
    );
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      // Handlers in the markup have the events' names; others would be scripts', none of which has run.
      const handled = element.getAttributeNames().flatMap((name) => /^on(.+)/.exec(name)?.[1] ?? []);
      for (const type of new Set([...done, ...handled])) {
        const event = new Event(type, { bubbles: true, cancelable: true });
        // Never leaves the page: what a handler in the page does has run by then.
        if (type === 'click' || type === 'submit') element.addEventListener(type, (seen) => seen.preventDefault());
        element.dispatchEvent(event);
      }
      if (element instanceof HTMLAnchorElement && /^[\u0000-\u0020]*j\s*a\s*v\s*a/i.test(element.href)) element.click();
      // Of what can have it: to ask anything else for the focus lays the page out, hundreds of times.
      if (
        element.matches(
          'a, area, button, input, select, textarea, summary, iframe, audio, video, [tabindex], [contenteditable]',
        )
      )
        element.focus?.();
    }
  });
}

/** Every page in the long run; else one of each shape, and every twelfth English article, spread over all kinds of attacks. */
function pagesToOpen(): string[] {
  const paths = readSite(folder)
    .pages.map(({ path }) => path)
    .filter((path) => !path.endsWith('404.html'));
  const shapeOf = (path: string) => path.replace(/\d+/g, 'N');
  const isSample = (path: string, at: number) =>
    paths.findIndex((other) => shapeOf(other) === shapeOf(path)) === at ||
    Number(/^\/articles\/story-(\d+)\/$/.exec(path)?.[1] ?? 1) % 12 === 0;
  return IS_LONG ? paths : paths.filter(isSample);
}

describe('a newsroom with hostile strings in every text, in a browser whose policy is off', () => {
  it('runs nothing and asks nobody, on any page, whatever a reader does', { timeout: PATIENCE_MS }, async () => {
    const hits: string[] = [];
    const { page } = await reader.open('/', { bypassCSP: true, before: (fresh) => watched(fresh, hits) });
    const paths = pagesToOpen();
    for (const path of paths) {
      await page.goto(reader.origin + path, { waitUntil: 'domcontentloaded' });
      await meddle(page);
      expect(hits, path).toEqual([]);
    }
    expect(paths.length).toBeGreaterThan(IS_LONG ? 700 : 40);
    console.log(`${paths.length} hostile pages opened and meddled with: ${hits.length} hits`);
  });

  it('runs nothing in what the search finds', async () => {
    const hits: string[] = [];
    const { page } = await reader.open('/search/', { bypassCSP: true, before: (fresh) => watched(fresh, hits) });
    for (const query of ['script', 'img', 'onerror', '<img src=x onerror=__hit(1)>', 'click', '"><script>']) {
      await page.goto(`${reader.origin}/search/?q=${encodeURIComponent(query)}`);
      await answered(page);
      await meddle(page);
    }
    expect(hits).toEqual([]);
  });

  it('would run: the same strings, rendered without the sanitiser, do', { timeout: PATIENCE_MS }, async () => {
    const hits: string[] = [];
    const { page, expectProblem } = await reader.open('/', {
      bypassCSP: true,
      before: (fresh) => watched(fresh, hits),
    });
    // Half of them also ask for pictures that are not there, which the console tells.
    expectProblem(/./);
    await page.route('**/control/*', (route) => {
      const text = attacks(HIT)[Number(/\d+$/.exec(route.request().url()))] ?? '';
      const { html } = markdownToHtml(text, { features: { frontmatter: false } });
      return route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html><body>${html}</body>` });
    });
    let fired = 0;
    const tried = [...attacks(HIT).keys()].filter((at) => IS_LONG || at % 3 === 0);
    for (const at of tried) {
      const before = hits.length;
      await page.goto(`${reader.origin}/control/${at}`).catch(() => undefined);
      await meddle(page).catch(() => undefined);
      if (hits.length > before) fired += 1;
    }
    console.log(`without the sanitiser, ${fired} of ${tried.length} attacks ran something or asked somebody`);
    expect(fired).toBeGreaterThan(tried.length / 4);
  });
});
