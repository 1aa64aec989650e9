import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostPolicy, pagePolicy } from '#src/hosting/content-security-policy.ts';
import { articleUrl, placeMapUrl, searchUrl } from '#src/urls.ts';
import { useReader } from './open-page.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const reader = useReader();

const ARTICLE = articleUrl({ locale: 'en', slug: 'hurricane-season-how-to-read-the-cone' });

/** Takes the headers away, as a host does that was told nothing: the page's own policy is left. */
async function withoutHeaders(page: Page): Promise<void> {
  await page.route(`${reader.origin}/**`, async (route) => {
    try {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    } catch (error) {
      // A page that is being closed wants no answer, though it does not say yet that it is.
      if (!/disposed|closed/.test(String(error))) throw error;
    }
  });
}

describe.each(PAGE_KINDS)('the $locale $kind page', ({ kind, path, status }) => {
  it('carries its policy, and keeps it with the host’s headers and without them', async () => {
    for (const before of [undefined, withoutHeaders]) {
      // Whatever the policy stops is an error in the console, which fails the test.
      const { page } = await reader.open(path, { status, ...(before && { before }) });
      if (path.includes('?q=')) await page.locator('#search-results a').first().waitFor();
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      expect(policy).toBe(pagePolicy(kind.startsWith('search') ? 'search' : 'none'));
      // The typeface has come, and a style with it.
      expect(await page.evaluate(async () => (await document.fonts.load('700 1em Faustina')).length)).toBe(1);
      expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
    }
  });
});

/** Tries everything that an attacker would, from within the page. @returns the directives that stopped it, and what ran */
function attack(page: Page): Promise<{ stopped: string[]; ran: string[] }> {
  return page.evaluate(async () => {
    const stopped: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.push(effectiveDirective));
    Object.assign(window, { ran: [] });
    const add = (html: string) => {
      const holder = document.createElement('div');
      holder.innerHTML = html;
      document.body.append(holder);
      return holder;
    };
    const script = document.createElement('script');
    script.textContent = 'window.ran.push("script")';
    document.body.append(script);
    const foreign = document.createElement('script');
    foreign.src = 'https://elsewhere.example/x.js';
    document.body.append(foreign);
    add('<b onclick="window.ran.push(\'handler\')">x</b>').querySelector('b')?.click();
    add('<style>body { margin-top: 77px }</style><p style="margin-top: 77px">x</p>');
    add('<img src="https://elsewhere.example/x.png"><iframe src="https://elsewhere.example/"></iframe>');
    add('<object data="https://elsewhere.example/x.swf"></object>');
    add('<base href="https://elsewhere.example/">');
    add('<a href="javascript:window.ran.push(\'link\')">x</a>').querySelector('a')?.click();
    const form = add('<form action="https://elsewhere.example/" method="post"></form>').querySelector('form');
    form?.submit();
    await fetch('https://elsewhere.example/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (getComputedStyle(document.body).marginTop === '77px') Reflect.get(window, 'ran').push('style');
    if (!document.baseURI.startsWith(location.origin)) Reflect.get(window, 'ran').push('base');
    return { stopped: [...new Set(stopped)].sort(), ran: Reflect.get(window, 'ran') };
  });
}

describe.each([
  ['a story', ARTICLE],
  ['the search', searchUrl('en')],
])('what somebody puts into %s', (_, path) => {
  it.each([
    ['with the host’s headers', undefined],
    ['without them', withoutHeaders],
  ])('neither runs nor calls anybody, %s', async (__, before) => {
    const { page, expectProblem } = await reader.open(path, before && { before });
    const { stopped, ran } = await attack(page);
    // The console tells of what was stopped, and each request is one that failed.
    for (const told of [
      /Content Security Policy/,
      /^third party: https:\/\/elsewhere\.example\//,
      /^failed: .* csp$/,
    ]) {
      expectProblem(told);
    }
    expect(ran).toEqual([]);
    expect(stopped).toEqual(
      expect.arrayContaining([
        'base-uri',
        'connect-src',
        'frame-src',
        'img-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ]),
    );
  });
});

describe('what is no page', () => {
  it('keeps the host’s policy too', async () => {
    for (const path of [placeMapUrl('tulum'), '/rss.xml', '/no-such-page/']) {
      const response = await fetch(reader.origin + path);
      expect(response.headers.get('content-security-policy')).toBe(hostPolicy());
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is shown in its colours where a page shows it: a map’s styles are its own', async () => {
    const { page } = await reader.open(articleUrl({ locale: 'en', slug: 'puerto-morelos-bus-stop-moves' }));
    const map = page.locator('.locator-map img').first();
    await map.scrollIntoViewIfNeeded();
    const colours = await map.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
      return new Set(Array.from({ length: data.length / 4 }, (___, at) => data.slice(at * 4, at * 4 + 3).join())).size;
    });
    // Without its styles, a map is black on nothing.
    expect(colours).toBeGreaterThan(5);
  });
});
