import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeEditions, placesOf } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { searchParts } from '#src/search/parts.ts';
import { parseSite } from '#src/site.ts';
import { articleUrl, searchUrl } from '#src/urls.ts';
import { planSearchIndex } from '#src/publish/search/plan-search-index.ts';
import { startSearchIndex } from '#src/publish/search/start-search-index.ts';
import { IS_LONG } from '../long.ts';
import { filesBelow, readSite } from '../site/built-site.ts';
import { NOW, OUTPUT, PROJECT, siteFolder } from '../site/build-sites.ts';
import { newsroomOf } from '../site/expected-stories.ts';
import { indexedCount, listedParts, searchRecords } from '../site/read-search-index.ts';
import { useReader, type View } from './open-page.ts';
import { answered, countBeside, isIndex, showAll, statusText, titles } from './search-page.ts';

/** The sample's index cut as if it were an archive: the sizes are those of a few weeks, not of years. */
const SIZES = { chunk: 3, volume: 8 };
const folder = join(OUTPUT, 'sample-in-parts');
const world = {
  contentRoot: join(PROJECT, 'src/content'),
  cacheFolder: join(PROJECT, '.cache'),
  now: new Date(NOW),
  site: parseSite(),
};
const editions = makeEditions(newsroomOf('sample'), world.site, world.now);

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(siteFolder('sample'), folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  await startSearchIndex(world, join(folder, 'pagefind'), { plan: planSearchIndex(Object.values(editions), '', SIZES) })
    .finished;
});

const reader = useReader(folder);
const whole = useReader();

/** Opens a search in one edition, here or in the site whose index is in one part, and shows all it finds. */
async function searchAll(
  query: Record<string, string> | string[][],
  { locale = 'en', site = reader, ...view }: SearchView = {},
) {
  const { page, requests } = await site.open(`${searchUrl(locale)}?${new URLSearchParams(query).toString()}`, view);
  await answered(page);
  const status = await statusText(page);
  await showAll(page);
  const links = page.locator('#search-results a');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return { page, requests, status, paths };
}

interface SearchView extends View {
  locale?: Locale;
  site?: typeof reader;
}

const pathsOf = (articles: readonly Article[]) => articles.map(articleUrl);

describe.each(LOCALES)('the index of the edition %s in parts', (locale) => {
  const parts = searchParts(editions[locale], SIZES);

  it('holds every article once, each in its part', () => {
    const site = readSite(folder);
    expect(parts.length).toBeGreaterThan(2);
    expect(listedParts(site, locale).map(({ name, stories }) => ({ name, stories }))).toEqual(
      parts.map(({ name, articles }) => ({ name, stories: articles.length })),
    );
    for (const { name, articles } of parts) {
      const urls = searchRecords(site, locale, name).map(({ url }) => url);
      expect(urls.toSorted(), name).toEqual(pathsOf(articles).toSorted());
      expect(indexedCount(site, locale, name), name).toBe(articles.length);
    }
  });

  it('lists articles newest first across the borders of parts, each once', async () => {
    const { status, paths } = await searchAll(
      ['2025', '2026'].map((year) => ['year', year]),
      { locale },
    );
    expect(status).toContain(String(editions[locale].articles.length));
    expect(paths).toEqual(pathsOf(editions[locale].articles));
  });

  it('lists articles that a filter leaves in the same order, in whichever parts they are', async () => {
    const [place, articles = []] = [...editions[locale].byPlace].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    const name = editions[locale].place.get(place ?? '')?.name[locale] ?? '';
    const touched = parts.filter((part) => part.articles.some((article) => articles.includes(article)));
    expect(touched.length).toBeGreaterThan(2);
    expect((await searchAll({ place: name }, { locale })).paths).toEqual(pathsOf(articles));
  });

  it.each(parts.at(-1)?.articles.slice(-3) ?? [])(
    'finds the old article “$title” by its headline before the newer ones that share its words',
    async (article) => {
      const { paths } = await searchAll({ q: article.title.replace(/[^\p{L}\p{N} ]/gu, ' ') }, { locale });
      expect(paths[0]).toBe(articleUrl(article));
    },
  );
});

describe('filters over several parts', () => {
  it('count what all parts count', async () => {
    const { page } = await searchAll({ year: '2026' });
    const articles = editions.en.articles.filter(({ pubDate }) => pubDate.getUTCFullYear() === 2026);
    for (const [id, { title }] of editions.en.category) {
      const count = articles.filter(({ categories }) => categories.includes(id)).length;
      if (count > 0) expect(await countBeside(page, 'section', title.en), id).toBe(count);
    }
    for (const { id, name } of editions.en.places) {
      const count = articles.filter((article) => placesOf(article).includes(id)).length;
      if (count > 0) expect(await countBeside(page, 'place', name.en), id).toBe(count);
    }
    // A facet's own choice does not narrow its counts.
    expect(await countBeside(page, 'year', '2025')).toBe(editions.en.articles.length - articles.length);
  });

  it('leave nothing of the parts that know no such value', async () => {
    // Only the oldest parts hold articles of 2025, so the others never heard of that year.
    const { paths, status } = await searchAll({ year: '2025' });
    const articles = editions.en.articles.filter(({ pubDate }) => pubDate.getUTCFullYear() === 2025);
    expect(paths).toEqual(pathsOf(articles));
    expect(status).toBe(`${articles.length} results`);
    expect((await searchAll({ place: 'Nowhere at all' })).paths).toEqual([]);
  });
});

describe('words over several parts', () => {
  it.each([
    // It has so many results that showing them all takes as long as all other queries.
    ...(IS_LONG ? ([{ locale: 'en', q: 'cancun' }] as const) : []),
    { locale: 'en', q: 'turtles' },
    // In one part only; while it is typed; with a word that other parts have; mistyped; written by nobody.
    { locale: 'es', q: 'arrecife' },
    { locale: 'es', q: 'arreci' },
    { locale: 'es', q: 'arrecife cozumel' },
    { locale: 'es', q: 'arrecifee' },
    { locale: 'en', q: 'qxzwvk' },
    // Another name of a place, which is in no article's text.
    { locale: 'en', q: 'PDC' },
  ] as const)('find for “$q” the articles that one index finds', async ({ locale, q }) => {
    const inParts = await searchAll({ q }, { locale });
    const inOne = await searchAll({ q }, { locale, site: whole });
    expect(inParts.paths.toSorted()).toEqual(inOne.paths.toSorted());
    expect(inParts.status).toBe(inOne.status);
    expect(new Set(inParts.paths).size).toBe(inParts.paths.length);
  });

  it.each<{ when: string; query: Record<string, string>; fewest: number }>([
    { when: 'when asked', query: { q: 'cancun', sort: 'date' }, fewest: 21 },
    { when: 'between quotation marks, since all match equally', query: { q: '"playa del carmen"' }, fewest: 6 },
  ])('stand newest first $when', async ({ query, fewest }) => {
    const { paths } = await searchAll(query);
    const order = pathsOf(editions.en.articles);
    expect(paths.length).toBeGreaterThanOrEqual(fewest);
    expect(paths).toEqual(paths.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('puts the article of the year first for “año”, and finds it for “ano” too', async () => {
    const coral = 'El año del coral: qué se ve en el arrecife en cada mes del año';
    const { page } = await searchAll({ q: 'año' }, { locale: 'es' });
    expect((await titles(page))[0]).toBe(coral);
    const other = await searchAll({ q: 'ano' }, { locale: 'es' });
    expect(await titles(other.page)).toContain(coral);
  });
});

describe('what several parts cost', () => {
  it('is one worker, one program and one list for all of them', async () => {
    const { requests } = await searchAll({ q: 'cancun' }, { before: () => undefined });
    const paths = requests.filter(isIndex).map((path) => path.replace(/\?.*/, ''));
    const parts = searchParts(editions.en, SIZES).map(({ name }) => name);
    expect(
      paths.filter((path) => !path.includes('/fragment/') && paths.indexOf(path) !== paths.lastIndexOf(path)),
    ).toEqual([]);
    expect(paths.filter((path) => path.endsWith('.js'))).toEqual(['/pagefind/en/pagefind-worker.js']);
    expect(paths.filter((path) => path.endsWith('.json'))).toEqual([
      '/pagefind/en/parts.json',
      ...parts.map((name) => `/pagefind/en/${name}/pagefind-entry.json`),
    ]);
    const sizes = filesBelow(folder)
      .filter((file) => /\/wasm\.[^/]*$/.test(file) && file.startsWith('pagefind/en/'))
      .map((file) => readSite(folder).read(file).length > 12 && file);
    expect(sizes.filter(Boolean)).toEqual(['pagefind/en/recent/wasm.en.pagefind']);
  });

  it('is nothing less: a part that cannot be loaded is a search that failed, and may be asked again', async () => {
    let isDown = true;
    const { page, expectProblem } = await reader.open(`${searchUrl('en')}?q=cancun`, {
      before: (page) =>
        page.route('**/archive-1/**', (route) => (isDown ? route.abort('connectionrefused') : route.continue())),
    });
    // What the worker could not load it tells the console in words of its own.
    expectProblem(/archive-1/);
    expectProblem(/Failed to load Pagefind metadata/);
    await page.locator('#search-status', { hasText: 'could not be loaded' }).waitFor();
    expect(await titles(page)).toEqual([]);
    isDown = false;
    await page.focus('#search-query');
    await page.keyboard.press('Enter');
    await page.locator('#search-status', { hasText: /^\d+ results$/ }).waitFor();
    expect(await titles(page)).toHaveLength(10);
  });
});
