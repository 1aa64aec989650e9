import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { frontUrl, searchUrl } from '#src/urls.ts';
import { LAPTOP, PHONE, tabTo, useReader } from './open-page.ts';
import {
  answered,
  changed,
  countBeside,
  countSaid,
  dates,
  openSearch,
  pressMoreTwice,
  scrollTo,
  showAll,
  statusChanged,
  statusText,
  ticked,
  titles,
} from './search-page.ts';

const reader = useReader();

const search = openSearch.bind(undefined, reader);

describe('by keyboard alone', () => {
  it('goes from the front page’s field to the results', async () => {
    const { page } = await reader.open(frontUrl('en'));
    await tabTo(page, '#masthead-search');
    await page.keyboard.type('sargassum');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${reader.origin}/search/?q=sargassum`);
    await answered(page);
    expect((await titles(page))[0]).toContain('Sargassum: why it comes');
  });

  it('goes on a phone through the section bar’s link to a field ready to be typed in', async () => {
    const { page } = await reader.open(frontUrl('es'), { screen: PHONE });
    await tabTo(page, '.search-link');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${reader.origin}/es/buscar/`);
    await page.waitForFunction(() => document.activeElement?.id === 'search-query');
    await page.keyboard.type('sargazo');
    await answered(page);
    expect((await titles(page))[0]).toContain('Sargazo: por qué llega');
  });

  it('answers as more is typed, in the same page, and keeps the address in step', async () => {
    const { page, requests } = await search({ q: 'turtles' });
    const before = await titles(page);
    const pagesLoaded = requests.filter((path) => path.startsWith('/search/')).length;
    await page.focus('#search-query');
    await page.keyboard.press('End');
    await page.keyboard.type(' akumal');
    await page.waitForURL(`${reader.origin}/search/?q=turtles+akumal`);
    await changed(page, before);
    expect((await titles(page))[0]).toBe('Akumal’s turtles, and the rules in the water');
    expect(requests.filter((path) => path.startsWith('/search/'))).toHaveLength(pagesLoaded);
  });

  it('goes down into the results with the arrows, and up to the field again', async () => {
    const { page } = await search({ q: 'cancun' });
    const [first, second] = await titles(page);
    await page.focus('#search-query');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focusedId(page)).toBe('search-query');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focusedId(page)).toBe('search-query');
  });

  it('opens an article with Enter, and Back brings the same results and filters', async () => {
    const { page } = await search({ q: 'cancun', section: 'Transport' });
    await scrollTo(page, 10);
    const found = await titles(page);
    await page.locator('#search-query').scrollIntoViewIfNeeded();
    await page.focus('#search-query');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/articles/*/');
    expect(await page.locator('h1').innerText()).toBe(found[0]);
    await page.goBack();
    await answered(page);
    await scrollTo(page, found.length);
    expect(await titles(page)).toEqual(found);
    expect(await page.inputValue('#search-query')).toBe('cancun');
    expect(await ticked(page)).toEqual(['section=Transport']);
  });

  it.each([LAPTOP, PHONE])(
    'narrows by section with Space, and counts what it shows, at $width pixels',
    async (screen) => {
      const { page } = await search({ q: 'cancun' }, { screen });
      const before = await statusText(page);
      if (screen === PHONE) {
        await tabTo(page, '#search-tools summary');
        await page.keyboard.press('Enter');
      }
      await tabTo(page, 'input[name="section"][value="Transport"]');
      const promised = await countBeside(page, 'section', 'Transport');
      await page.keyboard.press('Space');
      await page.waitForURL(`${reader.origin}/search/?q=cancun&section=Transport`);
      await statusChanged(page, before);
      expect(await statusText(page)).toBe(`${promised} results`);
      await showAll(page);
      expect(await titles(page)).toHaveLength(promised);
      expect(await page.locator('#search-results .kicker').allInnerTexts()).toContain('TRANSPORT');
      // The list of filters is made anew: the box just ticked keeps the keyboard.
      expect(await focusedValue(page)).toBe('Transport');
      await page.keyboard.press('Space');
      await page.waitForURL(`${reader.origin}/search/?q=cancun`);
    },
  );

  it('shows ten more results and goes on at the first of them', async () => {
    const { page } = await search({ q: 'cancun' });
    await scrollTo(page, 10);
    const first = await titles(page);
    expect(first).toHaveLength(10);
    await tabTo(page, '#search-more');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('#search-results a').length > 10);
    await scrollTo(page, 20);
    const all = await titles(page);
    expect(all.slice(0, 10)).toEqual(first);
    expect(await focusedText(page)).toBe(all[10]);
    expect(new Set(all).size).toBe(20);
  });

  it.each<{ what: string; query: Record<string, string> }>([
    { what: 'result', query: { q: 'cancun' } },
    { what: 'article of a year, without a word typed,', query: { year: '2026' } },
  ])('shows each $what once when “more” is pressed again before the next have come', async ({ query }) => {
    const { page } = await search(query);
    const count = await countSaid(page);
    expect(count).toBeGreaterThan(20);
    await scrollTo(page, 10);
    await pressMoreTwice(page);
    await scrollTo(page, 30);
    expect(new Set(await titles(page)).size).toBe(Math.min(count, 30));
    await showAll(page);
    expect(await titles(page)).toHaveLength(count);
    expect(new Set(await titles(page)).size).toBe(count);
  });

  it('drops what was still loading when another search has begun', async () => {
    const { page } = await search({ q: 'cancun' });
    await scrollTo(page, 10);
    const gate = Promise.withResolvers<void>();
    let late = 0;
    await page.route('**/_search/**/articles/**', async (route) => {
      await gate.promise;
      await route.continue();
    });
    page.on('requestfinished', (request) => {
      if (request.url().includes('/articles/')) late += 1;
    });
    await page.locator('#search-more').evaluate((button: HTMLButtonElement) => {
      button.click();
      const field = document.querySelector<HTMLInputElement>('#search-query');
      if (field) field.value = 'qxzwvk';
      field?.form?.requestSubmit();
    });
    await page.waitForURL(`${reader.origin}/search/?q=qxzwvk`);
    await answered(page);
    expect(await statusText(page)).toBe('Nothing found for “qxzwvk”.');
    await page.evaluate(() => {
      const list = document.querySelector('#search-results') ?? document.body;
      Object.assign(window, { shown: [] });
      new MutationObserver(() => Reflect.get(window, 'shown').push(list.textContent)).observe(list, {
        childList: true,
      });
    });
    gate.resolve();
    await expect.poll(() => late).toBe(3);
    // Its answer comes behind theirs.
    await page.fill('#search-query', '"lighthouse that would not fall"');
    await page.locator('#search-results a').waitFor();
    expect(await titles(page)).toEqual(['The lighthouse that would not fall']);
    expect(await page.evaluate(() => Reflect.get(window, 'shown'))).toHaveLength(1);
  });

  it('clears the filters and returns to the field', async () => {
    const { page } = await search({ q: 'cancun', section: 'Transport', year: '2026' });
    const before = await statusText(page);
    await tabTo(page, '#search-clear');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${reader.origin}/search/?q=cancun`);
    await statusChanged(page, before);
    expect(await ticked(page)).toEqual([]);
    expect(await focusedId(page)).toBe('search-query');
    expect(await page.isVisible('#search-clear')).toBe(false);
  });
});

describe('filters and order', () => {
  it.each([
    { facet: 'place', value: 'Cozumel' },
    { facet: 'year', value: '2025' },
  ])('lists every article of a $facet without a word typed, newest first', async ({ facet, value }) => {
    // An event stands where it was announced, and shows when it is.
    const { page } = await search({ [facet]: value, kind: 'stories' });
    const count = await countBeside(page, facet, value);
    expect(count).toBeGreaterThan(3);
    expect(await statusText(page)).toBe(`${count} results`);
    await showAll(page);
    expect(await titles(page)).toHaveLength(count);
    const days = await dates(page);
    expect(days).toEqual([...days].sort().reverse());
    if (facet === 'year') expect(days.every((day) => day.startsWith(value))).toBe(true);
  });

  it('combines filters: any of a facet’s values, all of the facets', async () => {
    const { page } = await reader.open(searchUrl('en'));
    const only = async (query: string) => {
      await page.goto(`${reader.origin}${searchUrl('en')}?${query}`);
      await answered(page);
      await showAll(page);
      return titles(page);
    };
    const food = await only('section=Food');
    const culture = await only('section=Culture');
    expect(new Set(await only('section=Food&section=Culture'))).toEqual(new Set([...food, ...culture]));
    const inCozumel = new Set(await only('place=Cozumel'));
    expect(new Set(await only('section=Culture&place=Cozumel'))).toEqual(
      new Set(culture.filter((title) => inCozumel.has(title))),
    );
  });

  it('orders by date when asked, and keeps the same articles', async () => {
    const { page } = await search({ q: 'ferry' });
    await showAll(page);
    const best = await titles(page);
    const bestDates = await dates(page);
    expect(bestDates).not.toEqual([...bestDates].sort().reverse());
    await page.check('[name="sort"][value="date"]');
    await page.waitForURL(`${reader.origin}/search/?q=ferry&sort=date`);
    await changed(page, best.slice(0, 3));
    await showAll(page);
    const days = await dates(page);
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(await titles(page))).toEqual(new Set(best));
  });

  it('can be sent to somebody else: the address alone gives the same results', async () => {
    const { page } = await search({ q: 'cancun' });
    const before = await statusText(page);
    await page.check('[name="place"][value="Playa del Carmen"]');
    await statusChanged(page, before);
    const address = page.url();
    expect(new URL(address).searchParams.getAll('place')).toEqual(['Playa del Carmen']);
    const other = await reader.open(address.slice(reader.origin.length));
    await answered(other.page);
    await showAll(page);
    await showAll(other.page);
    expect(await titles(other.page)).toEqual(await titles(page));
    expect(await statusText(other.page)).toBe(await statusText(page));
    expect(await ticked(other.page)).toEqual(['place=Playa del Carmen']);
  });

  it('takes each choice back with Back', async () => {
    const { page } = await search({ q: 'cancun' });
    const before = await statusText(page);
    await page.check('[name="section"][value="Transport"]');
    await statusChanged(page, before);
    await page.goBack();
    await page.waitForFunction((text) => document.querySelector('#search-status')?.textContent === text, before);
    await answered(page);
    expect(await ticked(page)).toEqual([]);
  });
});

const focusedText = (page: Page) =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText : ''));
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const focusedValue = (page: Page) =>
  page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : ''));
