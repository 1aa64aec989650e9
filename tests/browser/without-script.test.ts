import { describe, expect, it } from 'vitest';
import { articleUrl, frontUrl, listUrl, searchUrl } from '#src/urls.ts';
import { LAPTOP, PHONE, useReader } from './open-page.ts';

const reader = useReader();

describe.each([LAPTOP, PHONE])('without JavaScript, at $width pixels', (screen) => {
  const view = { screen, javaScriptEnabled: false };

  it('reads an article whole, with its picture', async () => {
    const path = articleUrl({ locale: 'en', slug: 'the-lighthouse-that-would-not-fall' });
    const { page } = await reader.open(path, view);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The lighthouse that would not fall');
    const text = page.locator('.prose');
    expect(await text.isVisible()).toBe(true);
    expect(await text.innerText()).toContain('settled into the hole like a man into a hammock');
    const box = await page.locator('.story-picture img').boundingBox();
    expect(box?.width).toBeGreaterThan(300);
  });

  it('leads from the front page to an article', async () => {
    const { page } = await reader.open(frontUrl('es'), view);
    await page.locator('.lead h2 a').click();
    await page.waitForURL('**/es/articulos/*/');
    expect(await page.locator('.prose p').first().isVisible()).toBe(true);
  });

  it.each([
    { locale: 'en', words: 'Search needs JavaScript.' },
    { locale: 'es', words: 'La búsqueda necesita JavaScript.' },
  ] as const)('says on the $locale search page where the archive is, and loads no index', async ({ locale, words }) => {
    const { page, requests } = await reader.open(`${searchUrl(locale)}?q=cancun`, view);
    expect(await page.locator('.search-advice:visible').innerText()).toContain(words);
    const archive = page.locator(`main a[href="${listUrl({ locale, kind: 'archive', slug: '' })}"]`);
    expect(await archive.isVisible()).toBe(true);
    expect(requests.filter((path) => path.startsWith('/_search/'))).toEqual([]);
    await archive.click();
    expect(await page.locator('.archive-years a').first().isVisible()).toBe(true);
  });
});
