import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useReader } from './open-page.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const reader = useReader();

/** The text size browsers come with, on WCAG's narrowest screen, a phone, a laptop and a wide screen; and twice that size. */
const SETTINGS = [
  { textSizePx: 16, widths: [320, 360, 1280, 1600] },
  { textSizePx: 32, widths: [360, 1280] },
];

describe.each(PAGE_KINDS)('the $locale $kind page', ({ path, status }) => {
  it('fits every screen, also with text twice as large: nothing scrolls sideways, no link covers another', async () => {
    const { page, setTextSize } = await reader.open(path, { status });
    if (path.includes('?q=')) await page.locator('#search-results a').first().waitFor();
    const found = [];
    for (const { textSizePx, widths } of SETTINGS) {
      await setTextSize(textSizePx);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 740 });
        for (const misfit of await misfits(page)) found.push(`${width} px wide, text ${textSizePx} px: ${misfit}`);
      }
    }
    expect(found).toEqual([]);
  });
});

/** What does not fit: elements that stick out of the screen, and links of masthead and imprint that cover one another. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const screenWidth = document.documentElement.clientWidth;
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
    /** A frame that scrolls by itself keeps what is in it from widening the page. */
    const isFramed = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    const sticksOut = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > screenWidth + 1 || left < -1) && !isFramed(element);
      })
      .slice(0, 3);

    const links = [...document.querySelectorAll('.masthead-top a, .imprint nav a')].map((element) => ({
      element,
      boxes: [...element.getClientRects()],
    }));
    const covers = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const covered = links.flatMap((one, index) =>
      links
        .slice(index + 1)
        .filter((other) => one.boxes.some((a) => other.boxes.some((b) => covers(a, b))))
        .map((other) => `${named(one.element)} covers ${named(other.element)}`),
    );

    const scrolls = document.documentElement.scrollWidth > screenWidth ? ['the page scrolls sideways'] : [];
    return [...scrolls, ...sticksOut.map((element) => `${named(element)} sticks out`), ...covered];
  });
}
