import { describe, expect, it } from 'vitest';
import { articleUrl } from '#src/urls.ts';
import { useReader } from './open-page.ts';

const reader = useReader();
const corrected = articleUrl({ locale: 'en', slug: 'sargassum-why-it-comes-and-what-barriers-do' });

describe('a printed article', () => {
  it('leaves out what paper cannot follow and keeps what was written', async () => {
    const { page } = await reader.open(corrected);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [
      '.section-bar',
      '.edition-switch',
      '.masthead .search-form',
      '.imprint nav',
      '.share',
      '.discover-more',
    ]) {
      const parts = page.locator(hidden);
      expect({ hidden, count: await parts.count(), isVisible: await parts.first().isVisible() }).toEqual({
        hidden,
        count: 1,
        isVisible: false,
      });
    }
    for (const kept of [
      '.masthead-name',
      'h1',
      '.byline-names',
      '.byline-dates time',
      '.prose',
      '.corrections',
      '.story-picture img',
    ]) {
      expect({ kept, isVisible: await page.locator(kept).first().isVisible() }).toEqual({ kept, isVisible: true });
    }
  });

  it('prints the address of each link beside its words', async () => {
    const { page } = await reader.open(articleUrl({ locale: 'en', slug: 'the-lighthouse-that-would-not-fall' }));
    await page.emulateMedia({ media: 'print' });
    const link = page.locator('.prose a[href^="https"]').first();
    expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('nhc.noaa.gov');
  });

  it.each(['light', 'dark'] as const)('is dark ink on white paper for a reader in %s', async (colorScheme) => {
    const { page } = await reader.open(corrected, { colorScheme });
    await page.emulateMedia({ media: 'print', colorScheme });
    const { paper, palest } = await page.evaluate(() => {
      const lightness = (color: string) => {
        const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
      };
      const inks = [...document.querySelectorAll<HTMLElement>('.story-head *, .story-text *')]
        .filter((element) => element.checkVisibility() && element.innerText.trim())
        .map((element) => ({
          text: element.innerText.slice(0, 30),
          ink: lightness(getComputedStyle(element).color),
        }));
      return {
        paper: lightness(getComputedStyle(document.documentElement).backgroundColor),
        palest: inks.filter(({ ink }) => ink > 0.4).map(({ text }) => text),
      };
    });
    expect(paper).toBeCloseTo(1);
    expect(palest).toEqual([]);
  });

  it('makes a PDF of a few pages', async () => {
    const { page } = await reader.open(corrected);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(4);
  });
});
