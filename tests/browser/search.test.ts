import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { articleUrl, frontUrl, searchUrl } from '#src/urls.ts';
import { LAPTOP, PATIENCE_MS, PHONE, settled, useReader, type View } from './open-page.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import {
  answered,
  changed,
  countBeside,
  countSaid,
  dates,
  isIndex,
  scrollTo,
  showAll,
  statusChanged,
  statusText,
  ticked,
  titles,
} from './search-page.ts';

const reader = useReader();

/** Pages that have a search field but no search. */
const OTHER_KINDS = ['front', 'article', 'section', 'place', 'standing page', 'not found'];

/** Opens a search and waits for its answer. */
async function search(query: Record<string, string>, view: View & { locale?: 'en' | 'es' } = {}) {
  const { locale = 'en', ...options } = view;
  const visit = await reader.open(`${searchUrl(locale)}?${new URLSearchParams(query).toString()}`, options);
  await answered(visit.page);
  return visit;
}

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
    await expect.poll(() => late, { timeout: PATIENCE_MS }).toBe(3);
    // Its answer comes behind theirs.
    await page.fill('#search-query', '"leaning lighthouse"');
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
    const { page } = await search({ [facet]: value });
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

describe('what is said to those who cannot see the list change', () => {
  it('is one polite region that says how much was found', async () => {
    const { page } = await search({ q: 'cancun' });
    const region = page.locator('#search-status');
    expect(await region.getAttribute('role')).toBe('status');
    const before = await statusText(page);
    expect(before).toMatch(/^\d+ results$/);
    await page.fill('#search-query', 'stromatolites');
    await statusChanged(page, before);
    expect(await statusText(page)).toMatch(/^\d+ results?$/);
  });

  it.each([
    { locale: 'en', words: 'Nothing found for “qxzwvk”.', advice: 'Check the spelling' },
    { locale: 'es', words: 'No hay resultados para “qxzwvk”.', advice: 'Revise la ortografía' },
  ] as const)('says in $locale when there is nothing, and what to try', async ({ locale, words, advice }) => {
    const { page } = await search({ q: 'qxzwvk' }, { locale });
    expect(await statusText(page)).toBe(words);
    expect(await page.locator('#search-advice').innerText()).toContain(advice);
    expect(await titles(page)).toEqual([]);
    expect(await page.isVisible('#search-more')).toBe(false);
  });

  it('forgets the results when the field is emptied', async () => {
    const { page } = await search({ q: 'cancun' });
    await page.fill('#search-query', '');
    await page.waitForURL(`${reader.origin}/search/`);
    await page.waitForFunction(() => document.querySelectorAll('#search-results li').length === 0);
    expect(await statusText(page)).toBe('');
  });
});

describe('accents and other names', () => {
  it.each(['en', 'es'] as const)('finds Cancún for “cancun” in %s and marks it', async (locale) => {
    const { page } = await search({ q: 'cancun' }, { locale });
    await scrollTo(page, 10);
    const marks = await page.locator('#search-results mark').allInnerTexts();
    expect(marks.length).toBeGreaterThanOrEqual(10);
    expect(marks.filter((mark) => !/^Canc[uú]n\b/i.test(mark))).toEqual([]);
    expect((await titles(page)).slice(0, 3).some((title) => title.includes('Cancún'))).toBe(true);
  });

  it('gives as many articles with the accent as without', async () => {
    const count = async (q: string) => countSaid((await search({ q }, { locale: 'es' })).page);
    expect(await count('cancún')).toBe(await count('cancun'));
  });

  it('puts the article of the year first for “año”, which is not “ano”, though both find the same', async () => {
    const coral = 'El año del coral: qué se ve en el arrecife en cada mes del año';
    const { page } = await search({ q: 'año' }, { locale: 'es' });
    expect((await titles(page))[0]).toBe(coral);
    const other = await search({ q: 'ano' }, { locale: 'es' });
    expect(await countSaid(other.page)).toBe(await countSaid(page));
  });

  it('finds Playa del Carmen’s articles by the letters people write: PDC', async () => {
    const place = await search({ place: 'Playa del Carmen' });
    const { page } = await search({ q: 'PDC' });
    expect(await countSaid(page)).toBe(await countSaid(place.page));
  });

  it('finds a whole phrase between quotation marks', async () => {
    const { page } = await search({ q: '"leaning lighthouse"' });
    expect(await titles(page)).toEqual(['The lighthouse that would not fall']);
    const path = articleUrl({ locale: 'en', slug: 'the-lighthouse-that-would-not-fall' });
    expect(await page.locator('#search-results a').getAttribute('href')).toBe(path);
  });
});

describe('slips, guesses and other editions', () => {
  it.each([
    { locale: 'en', q: 'hurricaine', meant: 'hurricane', said: 'Results for hurricane. Search instead for hurricaine' },
    { locale: 'es', q: 'arrecfie', meant: 'arrecife', said: 'Resultados de arrecife. Buscar arrecfie' },
  ] as const)(
    'reads $q as $meant, says so, and looks for it as it was typed if asked',
    async ({ locale, q, meant, said }) => {
      const { page } = await search({ q }, { locale });
      expect(await page.locator('#search-note').innerText()).toBe(said);
      expect((await page.locator('#search-results mark').first().innerText()).toLowerCase()).toContain(meant);
      await page.locator('#search-note a').click();
      await page.waitForURL(`${reader.origin}${searchUrl(locale)}?q=${q}&exact=1`);
      await answered(page);
      expect(await titles(page)).toEqual([]);
      expect(await page.locator('#search-note').innerText()).toBe('');
    },
  );

  it('finds by its beginning a word that is being typed, but not one that is finished', async () => {
    const { page } = await search({ q: 'ferry' });
    const before = await statusText(page);
    await page.fill('#search-query', 'stromatol');
    await statusChanged(page, before);
    expect(await countSaid(page)).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.locator('#search-status', { hasText: 'Nothing found' }).waitFor();
  });

  it('says where the other edition has what this one has not', async () => {
    const { page } = await search({ q: 'arrecife turtles' });
    expect(await statusText(page)).toContain('Nothing found');
    await page.goto(`${reader.origin}/search/?q=huracanes`);
    await answered(page);
    const link = page.locator('#search-suggestions a', { hasText: 'Español' });
    await link.click();
    await page.waitForURL(`${reader.origin}/es/buscar/?q=huracanes`);
    await answered(page);
    expect(await countSaid(page)).toBeGreaterThan(0);
  });

  it('offers what would be found without the word that no story has', async () => {
    const { page } = await search({ q: 'ferry qxzwvk' });
    await page.locator('#search-suggestions a', { hasText: 'Without “qxzwvk”' }).click();
    await page.waitForURL(`${reader.origin}/search/?q=ferry`);
    await answered(page);
    expect(await countSaid(page)).toBeGreaterThan(0);
  });

  it('says by which name a place was found', async () => {
    const { page } = await search({ q: 'PDC' }, { locale: 'es' });
    expect(await page.locator('.search-why').first().innerText()).toBe('Playa del Carmen, también “PDC”');
  });
});

describe('a page that is still', () => {
  it.each([PHONE, LAPTOP])(
    'moves nothing on the way to the results and below them, at $width pixels',
    async (screen) => {
      const { page } = await reader.open(`${searchUrl('en')}?q=hurricaine`, { screen, before: watchShifts });
      await answered(page);
      await scrollTo(page, 10);
      await page.goto(`${reader.origin}${searchUrl('en')}?q=cancun`);
      await answered(page);
      await scrollTo(page, 10);
      expect(await page.evaluate(() => Reflect.get(window, 'shifted') as number)).toBeLessThanOrEqual(0.02);
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
    await expect.poll(() => requests.filter(isIndex), { timeout: PATIENCE_MS }).toEqual(['/_search/en/index.bin']);
  });

  it('is a dozen requests to a first answer and six to the next', async () => {
    const { page, requests } = await search({ q: 'turtles akumal' }, { screen: PHONE });
    await settled(page);
    const first = requests.filter((path) => isIndex(path) || path.endsWith('.js')).length;
    expect(first).toBeLessThanOrEqual(12);
    const before = await statusText(page);
    await page.fill('#search-query', 'lighthouse morelos');
    await statusChanged(page, before);
    await settled(page);
    expect(requests.filter((path) => isIndex(path) || path.endsWith('.js')).length - first).toBeLessThanOrEqual(6);
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
    await expect.poll(() => refused, { timeout: PATIENCE_MS }).toBe(3);
    await settled(page);
    expect(await titles(page)).toEqual([]);
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

/** Adds up how much of the page is moved, as Chromium measures it (web.dev/articles/cls). */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, 'hadRecentInput'))
          Object.assign(window, { shifted: Reflect.get(window, 'shifted') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });

const pressMoreTwice = (page: Page) =>
  page.locator('#search-more').evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });

/** Presses Tab until the element has the keyboard. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

const focusedText = (page: Page) =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText : ''));
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const focusedValue = (page: Page) =>
  page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : ''));
