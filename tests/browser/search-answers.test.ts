import { describe, expect, it } from 'vitest';
import { articleUrl, searchUrl } from '#src/urls.ts';
import { useReader } from './open-page.ts';
import { answered, countSaid, openSearch, scrollTo, statusChanged, statusText, titles } from './search-page.ts';

const reader = useReader();

const search = openSearch.bind(undefined, reader);

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
    expect(await titles(page)).toEqual(['The lighthouse that would not fall', 'First-Saturday beach cleaning']);
    const path = articleUrl({ locale: 'en', slug: 'the-lighthouse-that-would-not-fall' });
    expect(await page.locator('#search-results a').first().getAttribute('href')).toBe(path);
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
