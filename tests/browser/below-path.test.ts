import { expect, it } from 'vitest';
import { siteHeaders } from '#src/hosting/site-headers.ts';
import { pathBelowHost } from '#src/urls.ts';
import { BELOW, BELOW_SITE } from '../site/below-path-site.ts';
import { useReader } from './open-page.ts';
import { answered, titles } from './search-page.ts';

const below = pathBelowHost(BELOW);
const reader = useReader(BELOW_SITE, siteHeaders(below));

it('a site below a path is searched and read there, with its styles, fonts and pictures', async () => {
  const { page, requests } = await reader.open(`${below}/`);
  await page.fill('#masthead-search', 'rained');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${reader.origin}${below}/search/?q=rained`);
  await answered(page);
  expect((await titles(page))[0]).toBe('Rain');
  // The other edition's index is asked only if this one has nothing.
  await page.fill('#search-query', 'coro');
  await page.keyboard.press('Enter');
  const other = page.locator('#search-suggestions a');
  await other.waitFor();
  expect(new URL((await other.getAttribute('href')) ?? '', page.url()).pathname).toBe(`${below}/es/buscar/`);
  await page.goBack();
  await answered(page);
  await page.locator('#search-results a').first().click();
  await page.waitForURL(`${reader.origin}${below}/articles/rain/`);
  const shown = await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode()));
    const fonts = [...(await document.fonts.ready)].filter(({ status }) => status === 'loaded');
    return { pictures: pictures.length, fonts: fonts.length, font: getComputedStyle(document.body).fontFamily };
  });
  expect(shown).toMatchObject({ pictures: 3, font: expect.stringContaining('Faustina') as string });
  expect(shown.fonts).toBeGreaterThan(1);
  expect(requests.filter((path) => !path.startsWith(`${below}/`))).toEqual([]);
});
