import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { searchUrl } from '#src/urls.ts';
import { LAPTOP, PHONE, settled, shiftOf, useReader, watchShifts } from './open-page.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { answered, changed, isIndex, openSearch, pressMoreTwice, scrollTo, statusText, titles } from './search-page.ts';

const reader = useReader();

/** Pages that have a search field but no search. */
const OTHER_KINDS = ['front', 'article', 'section', 'place', 'standing page', 'not found'];

const search = openSearch.bind(undefined, reader);

/** Types another query, presses Enter, and waits for its results and all else that is loaded. */
async function lookFor(page: Page, query: string): Promise<void> {
  const before = await titles(page);
  await page.fill('#search-query', query);
  await page.keyboard.press('Enter');
  await changed(page, before);
  await settled(page);
}

describe('a page that is still', () => {
  it.each([PHONE, LAPTOP])(
    'moves nothing on the way to the results and below them, at $width pixels',
    async (screen) => {
      const { page } = await reader.open(`${searchUrl('en')}?q=hurricaine`, { screen, before: watchShifts });
      await answered(page);
      await scrollTo(page, 10);
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
      await page.goto(`${reader.origin}${searchUrl('en')}?q=cancun`);
      await answered(page);
      await scrollTo(page, 10);
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
      // Hidden until then, since each result would push it down.
      await page.locator('.imprint').waitFor();
    },
  );

  it('shows topics, places and new stories until something is looked for', async () => {
    const { page } = await reader.open(searchUrl('en'));
    await page.locator('#search-discover').waitFor();
    for (const title of ['Topics', 'Places', 'Newest stories'])
      expect(await page.locator('#search-discover h2', { hasText: title }).count()).toBe(1);
    await page.fill('#search-query', 'ferry');
    await page.locator('#search-results a').first().waitFor();
    expect(await page.isVisible('#search-discover')).toBe(false);
  });
});

describe('what the search costs', () => {
  it.each(PAGE_KINDS.filter(({ kind, locale }) => locale === 'en' && OTHER_KINDS.includes(kind)))(
    'is nothing on the $kind page, even with words in its field',
    async ({ path, status }) => {
      const { page, requests } = await reader.open(path, { status });
      const field = page.locator('[type="search"]');
      await field.focus();
      await field.fill('cancun');
      await settled(page);
      expect(requests.filter((request) => isIndex(request) || request.endsWith('.js'))).toEqual([]);
    },
  );

  it('is nothing on its own page until the field has the focus', async () => {
    const { page, requests } = await reader.open(searchUrl('en'), {
      // The page gives the field the focus at once; here it must wait for the reader.
      before: (page) =>
        page.addInitScript(() => {
          HTMLElement.prototype.focus = () => undefined;
        }),
    });
    await settled(page);
    expect(requests.filter(isIndex)).toEqual([]);
    await page.click('#search-query');
    await expect.poll(() => requests.filter(isIndex)).toEqual(['/_search/en/index.bin']);
  });

  it('is a dozen requests to a first answer and six to the next', async () => {
    const { page, requests } = await search({ q: 'turtles akumal' }, { screen: PHONE });
    await settled(page);
    const first = requests.filter((path) => isIndex(path) || path.endsWith('.js')).length;
    expect(first).toBeLessThanOrEqual(12);
    for (const query of ['lighthouse morelos', '"of the"', '"on the beach"', 'turtels akumal', 'ilghthouse morelos']) {
      const loaded = requests.filter(isIndex).length;
      await lookFor(page, query);
      expect(requests.filter(isIndex).length - loaded, query).toBeLessThanOrEqual(6);
    }
  });

  it('is nothing for a slip in a word that was looked for before, even in its first letter', async () => {
    const { page, requests } = await search({ q: 'turtles akumal' }, { screen: PHONE });
    await settled(page);
    await lookFor(page, 'lighthouse morelos');
    const loaded = requests.filter(isIndex);
    for (const [typed, meant] of [
      ['wurtles akumal', 'turtles akumal'],
      ['ilghthouse morelos', 'lighthouse morelos'],
    ] as const) {
      await lookFor(page, typed);
      expect(await page.locator('#search-note').innerText()).toContain(meant);
      expect(requests.filter(isIndex)).toEqual(loaded);
    }
  });

  it('is one edition’s index', async () => {
    const { requests } = await search({ q: 'cancun' }, { locale: 'es', before: () => undefined });
    expect(requests.filter(isIndex).length).toBeGreaterThan(3);
    expect(requests.filter((path) => path.startsWith('/_search/en/'))).toEqual([]);
  });
});

describe('hostile and broken', () => {
  const hostile = '"><img src=x onerror=alert(1)>';

  it('shows markup in the address as the text it is', async () => {
    const { page, requests } = await search({ q: hostile, section: hostile });
    expect(await page.inputValue('#search-query')).toBe(hostile);
    expect(await page.locator('img[src="x"], [onerror]').count()).toBe(0);
    expect(requests).not.toContain('/search/x');
    const labels = await page.locator('[data-facet="section"] label').allInnerTexts();
    expect(labels.filter((label) => label.includes(hostile))).toHaveLength(1);
    expect(await statusText(page)).toBe(`Nothing found for “${hostile}”.`);
  });

  it('does not let the words of a query play with the text of its answer', async () => {
    const { page } = await search({ q: '$& qxzwvk' });
    expect(await statusText(page)).toBe('Nothing found for “$& qxzwvk”.');
    expect(await page.isVisible('#search-tools')).toBe(false);
  });

  it.each([
    { locale: 'en', words: 'The search could not be loaded.', found: /^\d+ results$/ },
    { locale: 'es', words: 'No se pudo cargar la búsqueda.', found: /^\d+ resultados$/ },
  ] as const)(
    'says in $locale that the index cannot be reached, and asks again when the reader presses Enter',
    async ({ locale, words, found }) => {
      let isDown = true;
      const { page, expectProblem } = await reader.open(`${searchUrl(locale)}?q=cancun`, {
        before: (page) =>
          page.route('**/_search/**', (route) => (isDown ? route.abort('connectionrefused') : route.continue())),
      });
      expectProblem(/_search/);
      await page.locator('#search-status', { hasText: words }).waitFor();
      expect(await titles(page)).toEqual([]);
      isDown = false;
      await page.focus('#search-query');
      await page.keyboard.press('Enter');
      await page.locator('#search-status', { hasText: found }).waitFor();
      expect((await titles(page)).length).toBeGreaterThan(0);
    },
  );

  it('says that the next results cannot be reached, and shows none of them afterwards', async () => {
    let isDown = false;
    let refused = 0;
    const { page, expectProblem } = await reader.open(`${searchUrl('en')}?q=cancun`, {
      before: (page) =>
        page.route('**/_search/**/articles/**', (route) => {
          if (!isDown) return route.continue();
          refused += 1;
          return route.abort('connectionrefused');
        }),
    });
    await answered(page);
    await scrollTo(page, 10);
    expectProblem(/_search/);
    isDown = true;
    await page.evaluate(() => {
      addEventListener('unhandledrejection', () => document.body.classList.add('has-unhandled'));
    });
    await pressMoreTwice(page);
    await page.locator('#search-status', { hasText: 'could not be loaded' }).waitFor();
    await expect.poll(() => refused).toBe(3);
    await settled(page);
    expect(await titles(page)).toEqual([]);
    await page.locator('.imprint').waitFor();
    expect(await page.locator('body.has-unhandled').count()).toBe(0);
  });

  it.each([
    { what: 'a filter without words', query: { year: '2026' }, order: 'date' },
    { what: 'an exact phrase', query: { q: '"leaning lighthouse"' }, order: 'relevance' },
    { what: 'words', query: { q: 'lighthouse' }, order: 'relevance' },
  ])('ticks the order in which the results of $what stand', async ({ query, order }) => {
    const { page } = await search(query as Record<string, string>);
    expect(await page.locator('[name="sort"]:checked').getAttribute('value')).toBe(order);
  });

  it.each(['embargocanary', 'draftcanary', 'expiredcanary'])(
    'finds no article that is not published: %s',
    async (q) => {
      const { page } = await search({ q });
      expect(await statusText(page)).toBe(`Nothing found for “${q}”.`);
    },
  );
});
