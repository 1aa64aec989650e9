/** What an open form keeps from those who hear it, use it without a mouse, or on a phone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page, and what is wider than the window. The preview is the site's own. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { iframes: false, runOnly: { type: 'tag', values } });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    const { scrollWidth } = document.documentElement;
    const isClipped = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1;
    const wide = [...document.querySelectorAll('button, input, .desk-state, .desk-note')].filter(isClipped);
    return [
      ...found,
      ...(scrollWidth > innerWidth ? [`${scrollWidth} pixels wide`] : []),
      ...wide.map((element) => `out of sight: ${element.outerHTML.slice(0, 120)}`),
    ];
  }, WCAG_22_AA);
}

/** More than any form has to pass. */
const MOST_STEPS = 200;

/** Goes on with the Tab key until a control has the keyboard. @throws Error if it never gets it */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    if ((await control.count()) > 0 && (await control.evaluate((element) => element === document.activeElement)))
      return;
  }
  throw new Error(`the Tab key does not reach ${String(control)}`);
}
