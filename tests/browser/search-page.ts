/** The search page as the tests read it. */
import type { Page } from 'playwright-core';
import type { Locale } from '#src/schemas/locale.ts';
import { searchUrl } from '#src/urls.ts';
import type { useReader, View } from './open-page.ts';

/** Whether a path leads into the search index. */
export const isIndex = (path: string) => path.startsWith('/_search/');

/** What the page says it found. */
export const statusText = (page: Page) => page.locator('#search-status').innerText();

/** The headlines shown, in order. */
export const titles = (page: Page) => page.locator('#search-results a').allInnerTexts();

/** The days beside them: `2026-11-20`. */
export const dates = (page: Page) =>
  page
    .locator('#search-results time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.slice(0, 10) ?? ''));

/** Waits until the search has said what it found. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const said = document.querySelector('#search-status')?.textContent ?? '';
    return !['', 'Searching…', 'Buscando…'].includes(said) && !document.querySelector('.is-searching');
  });
}

/** Waits until it says something else than before. */
export async function statusChanged(page: Page, before: string): Promise<void> {
  await page.waitForFunction((text) => document.querySelector('#search-status')?.textContent !== text, before);
  await answered(page);
}

/** Waits until other headlines stand there. */
export async function changed(page: Page, before: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (texts) => texts !== [...document.querySelectorAll('#search-results a')].map((a) => a.textContent).join('|'),
    before.join('|'),
  );
  await answered(page);
}

/** How many results the page says it has. */
export const countSaid = async (page: Page) => Number.parseInt((await statusText(page)).replace(/\D/g, ''), 10) || 0;

/** Scrolls down until so many results are shown, or all there are. */
export async function scrollTo(page: Page, wanted: number): Promise<void> {
  const least = Math.min(wanted, await countSaid(page));
  for (let shown = 0; shown < least;) {
    await page.locator('#search-end').scrollIntoViewIfNeeded();
    await page.waitForFunction((count) => document.querySelectorAll('#search-results a').length > count, shown);
    shown = await page.locator('#search-results a').count();
  }
}

/** Scrolls down, and presses “more” until there are no more. */
export async function showAll(page: Page): Promise<void> {
  const count = await countSaid(page);
  const more = page.locator('#search-more');
  for (;;) {
    const shown = await page.locator('#search-results a').count();
    if (shown >= count) return;
    if (await more.isVisible()) await more.click();
    else await page.locator('#search-end').scrollIntoViewIfNeeded();
    await page.waitForFunction((before) => document.querySelectorAll('#search-results a').length > before, shown);
  }
}

/** The filters that are on, as the address names them. */
export function ticked(page: Page): Promise<string[]> {
  return page
    .locator('#search-tools :checked[type="checkbox"]')
    .evaluateAll((boxes) => boxes.map((box) => (box instanceof HTMLInputElement ? `${box.name}=${box.value}` : '')));
}

/** The number of articles that a filter says it holds. */
export async function countBeside(page: Page, facet: string, value: string): Promise<number> {
  const label = page.locator('label', { has: page.locator(`input[name="${facet}"][value="${value}"]`) });
  return Number(await label.locator('.count').textContent());
}

/** Opens a search in an edition and waits for its answer. */
export async function openSearch(
  reader: ReturnType<typeof useReader>,
  query: Record<string, string>,
  { locale = 'en', ...view }: View & { locale?: Locale } = {},
) {
  const visit = await reader.open(`${searchUrl(locale)}?${new URLSearchParams(query).toString()}`, view);
  await answered(visit.page);
  return visit;
}

/** Presses “more” twice, before what the first press asks for can have come. */
export const pressMoreTwice = (page: Page) =>
  page.locator('#search-more').evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
