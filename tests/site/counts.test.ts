import { describe, expect, it } from 'vitest';
import { parseRssFeed } from 'feedsmith';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { builtSite, ORIGIN, sitemapXml, type BuiltPage, type BuiltSite } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { expectedPath, expectedStories } from './expected-stories.ts';
import { attribute, classed, hrefs, metaContent, named } from './html.ts';
import { indexedArticles } from './read-search-index.ts';

const WORDS = {
  en: { articles: /^\/articles\/[^/]+\/$/, latest: '/latest/', archive: '/archive/' },
  es: { articles: /^\/es\/articulos\/[^/]+\/$/, latest: '/es/ultimas/', archive: '/es/archivo/' },
} as const;

const cases = (Object.keys(SITES) as SiteName[]).flatMap((name) => LOCALES.map((locale) => [name, locale] as const));

describe.each(cases)('the site “%s”, edition %s, holds every published story once', (name, locale) => {
  const site = builtSite(name);
  const expected = expectedStories(name, locale).map(expectedPath);
  const sorted = expected.toSorted();

  it('as a page', () => {
    const pages = site.pages
      .filter(({ path }) => WORDS[locale].articles.test(path))
      .filter(({ document }) => metaContent(document, 'robots') !== 'noindex');
    expect(pages.map(({ path }) => path).toSorted()).toEqual(sorted);
  });

  it('in the search index, oldest first', async () => {
    const found = (await indexedArticles(site, locale))
      .map(({ url }) => url)
      .filter((url) => WORDS[locale].articles.test(url));
    expect(found.toReversed()).toEqual(expected);
  });

  it('in the list of the latest, newest first, followed from page to page', () => {
    expect(storiesFrom(site, WORDS[locale].latest)).toEqual(expected);
  });

  it('in the archive, from its years to its months', () => {
    const found = monthsOf(site, locale).flatMap((month) => storiesFrom(site, month));
    expect(found).toEqual(expected);
  });

  it('in the sitemap', () => {
    const found = [...sitemapXml(site).matchAll(/<loc>([^<]*)<\/loc>/g)]
      .map(([, address = '']) => new URL(address).pathname)
      .filter((path) => WORDS[locale].articles.test(path));
    expect(found.toSorted()).toEqual(sorted);
  });

  it('in the feed, if it is one of the fifty newest, in order', () => {
    const { items = [] } = parseRssFeed(site.read(locale === 'en' ? 'rss.xml' : 'es/rss.xml'));
    const addresses = expected.slice(0, 50).map((path) => new URL(path, ORIGIN).href);
    expect(items.map(({ link }) => link)).toEqual(addresses);
  });
});

it('has a sample with something to count', () => {
  expect(expectedStories('sample', 'en').length).toBeGreaterThan(40);
  expect(expectedStories('sample', 'es').length).toBeGreaterThan(20);
  expect(LOCALES.map((locale) => expectedStories('three', locale).length)).toEqual([2, 1]);
});

/** The stories of a list from its front on, through every “older” link. */
function storiesFrom(site: BuiltSite, front: string): string[] {
  const found: string[] = [];
  for (let path: string | undefined = front; path !== undefined;) {
    const page: BuiltPage = site.page(path);
    found.push(...cardPaths(page));
    path = named(page.document, 'a')
      .filter((link) => attribute(link, 'rel') === 'next')
      .map((link) => attribute(link, 'href'))
      .at(0);
  }
  return found;
}

function cardPaths({ document }: BuiltPage): string[] {
  return classed(document, 'card-headline').flatMap(hrefs);
}

/** The months the archive's index leads to, by way of each year's own page. */
function monthsOf(site: BuiltSite, locale: Locale): string[] {
  const linksOf = (path: string, depth: RegExp) =>
    classed(site.page(path).document, 'archive-years')
      .flatMap(hrefs)
      .filter((href) => depth.test(href));
  const { archive } = WORDS[locale];
  const months = linksOf(archive, /\/\d{4}\/\d{2}\/$/);
  const byYear = linksOf(archive, /\/\d{4}\/$/).flatMap((year) => linksOf(year, /\/\d{4}\/\d{2}\/$/));
  expect(byYear).toEqual(months);
  return months;
}
