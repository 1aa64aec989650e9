import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { articleUrl, frontUrl, searchUrl } from '#src/urls.ts';
import { useReader, type View } from './open-page.ts';

const reader = useReader();

describe('a reader’s own settings', () => {
  const article = articleUrl({ locale: 'en', slug: 'sargassum-why-it-comes-and-what-barriers-do' });

  describe.each([frontUrl('en'), article, `${searchUrl('en')}?q=cancun`])('on %s', (path) => {
    const open = async (view: View) => {
      const { page } = await reader.open(path, view);
      if (path.includes('?q=')) await page.locator('#search-results a').first().waitFor();
      return page;
    };

    it('moves nothing for readers who asked for stillness', async () => {
      const page = await open({ reducedMotion: 'reduce' });
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
          })
          .map((element) => `${element.tagName.toLowerCase()}.${element.className}#${element.id}`),
      );
      expect(moving).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('shows every text in the colours a reader forces (%s)', async (colorScheme) => {
      const page = await open({ forcedColors: 'active', colorScheme });
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      // On the search page, results come one after another.
      await page.locator('main a:visible').nth(3).waitFor();
      expect(await unreadable(page)).toEqual([]);
    });
  });

  it('shows where the keyboard is on every link and field', async () => {
    const { page } = await reader.open(`${searchUrl('en')}?q=cancun`);
    await page.locator('#search-results a').first().waitFor();
    const unmarked = [];
    for (let step = 0; step < 45; step += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { width, height, left, right } = element.getBoundingClientRect();
        const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        const isOnScreen = width > 1 && height > 1 && right > 0 && left < innerWidth;
        return isMarked && isOnScreen ? undefined : `${element.tagName} ${element.id} ${element.textContent ?? ''}`;
      });
      if (unseen) unmarked.push(unseen);
    }
    expect(unmarked).toEqual([]);
  });

  it('leads the keyboard past the masthead to the text', async () => {
    const { page } = await reader.open(article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('content');
  });
});

/**
 * The texts that stand out too little from what is behind them, as the browser paints them. Axe cannot say it of forced
 * colours: it reads `-webkit-text-fill-color`, which keeps the page's own colour in the computed style.
 */
function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)';
      const color = getComputedStyle(element).backgroundColor;
      return channels(color)[3] === 0 ? behind(element.parentElement) : color;
    };
    return [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility())
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((element) => {
        const [lighter = 0, darker = 0] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort(
          (a, b) => b - a,
        );
        return (lighter + 0.05) / (darker + 0.05) < 4.5;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} “${element.innerText.slice(0, 30)}”`);
  });
}
