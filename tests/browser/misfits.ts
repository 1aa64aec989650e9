import type { Page } from 'playwright-core';

/** What does not fit: elements that stick out of the screen, and links of masthead and imprint that cover one another. */
export function misfits(page: Page): Promise<string[]> {
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
