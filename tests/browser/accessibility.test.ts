import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { articleUrl, frontUrl, searchUrl } from '#src/urls.ts';
import { LAPTOP, PHONE, useReader } from './open-page.ts';
import { PAGE_KINDS } from './page-kinds.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** WCAG 2.2 AA: its own rules and those of every version it contains. */
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const reader = useReader();

/** The Spanish edition is made by the same layouts: of kinds that both have, only the two most read are looked at twice. */
const PAGES = PAGE_KINDS.filter(
  ({ locale, kind }) =>
    locale === 'en' ||
    ['front', 'article'].includes(kind) ||
    !PAGE_KINDS.some((other) => other.locale === 'en' && other.kind === kind),
);

describe.each(PAGES)('the $locale $kind page', ({ path, status }) => {
  it('keeps WCAG 2.2 AA, in light and in dark, on a laptop and on a phone', async () => {
    const { page } = await reader.open(path, { status, reducedMotion: 'reduce' });
    if (path.includes('?q=')) await page.locator('#search-results a').first().waitFor();
    const found = [];
    for (const { colorScheme, screen } of [
      { colorScheme: 'light', screen: LAPTOP },
      { colorScheme: 'dark', screen: PHONE },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(screen);
      for (const violation of await violations(page)) found.push(`${colorScheme}, ${screen.width} px: ${violation}`);
    }
    expect(found).toEqual([]);
  });
});

describe('a reader’s own settings', () => {
  const article = articleUrl({ locale: 'en', slug: 'sargassum-why-it-comes-and-what-barriers-do' });

  it('moves nothing for readers who asked for stillness', async () => {
    for (const path of [frontUrl('en'), article, `${searchUrl('en')}?q=cancun`]) {
      const { page } = await reader.open(path, { reducedMotion: 'reduce' });
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
          })
          .map((element) => `${element.tagName.toLowerCase()}.${element.className}#${element.id}`),
      );
      expect({ path, moving }).toEqual({ path, moving: [] });
    }
  });

  it.each(['light', 'dark'] as const)('shows every text in the colours a reader forces (%s)', async (colorScheme) => {
    for (const path of [frontUrl('en'), article, `${searchUrl('en')}?q=cancun`]) {
      const { page } = await reader.open(path, { forcedColors: 'active', colorScheme });
      if (path.includes('?q=')) await page.locator('#search-results a').first().waitFor();
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await page.locator('main a:visible').count()).toBeGreaterThan(3);
      expect({ path, unreadable: await unreadable(page) }).toEqual({ path, unreadable: [] });
    }
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

/** What axe finds against the standard, a line for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations: found } = await window.axe.run({
      runOnly: tags,
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, WCAG_22_AA);
}
