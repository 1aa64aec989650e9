import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostPolicy } from '#src/hosting/content-security-policy.ts';
import { articleUrl, placeMapUrl, searchUrl } from '#src/urls.ts';
import { useReader, WITHOUT_HEADERS } from './open-page.ts';

const reader = useReader();
const readerOfPlainHost = useReader(undefined, WITHOUT_HEADERS);

const ARTICLE = articleUrl({ locale: 'en', slug: 'hurricane-season-how-to-read-the-cone' });

/** Kinds of what a page loads and runs that the policy stops. */
const STOPPED = [
  'base-uri',
  'connect-src',
  'frame-src',
  'img-src',
  'script-src-attr',
  'script-src-elem',
  'style-src-attr',
  'style-src-elem',
];

/** Tries everything that an attacker would, from within the page, until the policy has stopped each kind. @returns what ran */
async function attack(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const stopped = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.add(effectiveDirective));
    Object.assign(window, { ran: [], stopped });
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
    fetch('https://elsewhere.example/').catch(() => undefined);
  });
  await page.waitForFunction(
    (directives) => directives.every((directive) => (Reflect.get(window, 'stopped') as Set<string>).has(directive)),
    STOPPED,
  );
  return page.evaluate(() => [
    ...(Reflect.get(window, 'ran') as string[]),
    ...(getComputedStyle(document.body).marginTop === '77px' ? ['style'] : []),
    ...(document.baseURI.startsWith(location.origin) ? [] : ['base']),
  ]);
}

describe.each([
  ['an article', ARTICLE],
  ['the search', searchUrl('en')],
])('what somebody puts into %s', (_, path) => {
  it.each([
    ['with the host’s headers', reader],
    ['without them', readerOfPlainHost],
  ])('neither runs nor calls anybody, %s', async (__, { open }) => {
    const { page, expectProblem } = await open(path);
    // The console tells of what was stopped, and each request is one that failed.
    for (const told of [
      /Content Security Policy/,
      /^third party: https:\/\/elsewhere\.example\//,
      /^failed: .* csp$/,
    ]) {
      expectProblem(told);
    }
    expect(await attack(page)).toEqual([]);
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
