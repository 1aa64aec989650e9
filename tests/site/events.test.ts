import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { occurrences } from '#src/events/occurrences.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { datesByIcalJs } from '../unit/calendars/read-back.ts';
import { builtSite, sitemapXml, type BuiltPage } from './built-site.ts';
import { NOW } from './build-sites.ts';
import { newsroomOf } from './expected-stories.ts';
import { attribute, elementsOf, hrefs, named, textOf } from './html.ts';
import { indexedArticles, searchIndexIn } from './read-search-index.ts';

const site = builtSite('sample');
const { events } = newsroomOf('sample');

const ROOT: Record<Locale, string> = { en: '/events/', es: '/es/eventos/' };
const now = new Date(NOW);

/** The events that readers may see: the rule written a second time. */
const shown = (locale: Locale) =>
  events.filter(
    (event) => event.locale === locale && !event.draft && (event.pubDate === undefined || event.pubDate <= now),
  );
const pathOf = (locale: Locale, slug: string) => `${ROOT[locale]}${slug}/`;

/** The events of which a page tells search engines. */
const factsIn = ({ document }: BuiltPage) =>
  elementsOf(document)
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .map((element) => element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
    .flatMap((text) => (JSON.parse(text) as { '@graph': { '@type': string; '@id'?: string }[] })['@graph'])
    .filter((node) => node['@type'].startsWith('Event'));

describe.each(LOCALES)('the sample, edition %s, holds every event once', (locale) => {
  const expected = shown(locale)
    .map(({ slug }) => pathOf(locale, slug))
    .toSorted();

  it('as a page, with its facts', () => {
    expect(expected.length).toBeGreaterThan(20);
    for (const path of expected) {
      const [facts, ...more] = factsIn(site.page(path));
      expect([facts?.['@id'], more.length], path).toEqual([`https://www.rivieramayanews.example${path}`, 0]);
      expect(['Event', 'EventSeries']).toContain(facts?.['@type']);
    }
  });

  it('in the search index', async () => {
    const found = (await indexedArticles(site, locale))
      .map(({ url }) => url)
      .filter((url) => url.startsWith(ROOT[locale]));
    expect(found.toSorted()).toEqual(expected);
    const { events } = await (await searchIndexIn(site.folder, locale)).events();
    expect(events.size).toBe(expected.length);
  });

  it('in the sitemap', () => {
    const found = [...sitemapXml(site).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(expected.filter((path) => !found.includes(path))).toEqual([]);
  });

  it('in a calendar of its own, with the dates that it has', () => {
    for (const event of shown(locale)) {
      const text = site.read(`${pathOf(locale, event.slug).slice(1)}calendar.ics`);
      const until = new Date('2027-12-31T00:00:00Z');
      expect(datesByIcalJs(text, until).length, event.slug).toBe(occurrences(event, new Date(0), until).length);
    }
  });

  it('in the calendar of everything, and in those of its kinds and its place, if it is not long over', () => {
    const uidsIn = (file: string) => new Set(site.read(file).match(/^UID:(?!.*:\/).*$/gm));
    const all = uidsIn(`${ROOT[locale].slice(1)}calendar.ics`);
    expect(all.size).toBe(shown(locale).length);
    const folders = site.files.filter((file) => new RegExp(`^${ROOT[locale].slice(1)}(?:place|lugar)/`).test(file));
    const byPlace = folders.filter((file) => file.endsWith('.ics')).map(uidsIn);
    expect(byPlace.reduce((sum, uids) => sum + uids.size, 0)).toBe(all.size);
  });

  it('in the feed, those announced last first, dated by their announcement', () => {
    const { items = [] } = parseRssFeed(site.read(`${ROOT[locale].slice(1)}rss.xml`));
    expect(items.map(({ link }) => link && new URL(link).pathname).toSorted()).toEqual(expected);
    const announced = items.map(({ pubDate = '' }) => Date.parse(pubDate));
    expect(announced).toEqual(announced.toSorted((a, b) => b - a));
    expect(announced.filter((date) => !(date <= now.getTime()))).toEqual([]);
  });

  it('in the JSON Feed, as in the other', () => {
    const folder = ROOT[locale].slice(1);
    const { items = [] } = parseJsonFeed(site.read(`${folder}feed.json`));
    expect(items.map(({ id, url }) => [id, url])).toEqual(
      parseRssFeed(site.read(`${folder}rss.xml`)).items?.map(({ guid, link }) => [guid?.value, link]),
    );
    expect(items).toHaveLength(expected.length);
  });

  it('in the list of what is on, if it is on in the next two weeks', () => {
    const page = site.page(ROOT[locale]);
    const links = new Set(hrefs(page.document));
    const soon = shown(locale).filter(
      (event) => occurrences(event, now, new Date(now.getTime() + 13 * 86_400_000)).length > 0,
    );
    expect(soon.length).toBeGreaterThan(5);
    expect(soon.map(({ slug }) => pathOf(locale, slug)).filter((path) => !links.has(path))).toEqual([]);
  });

  it('in the table of a month, one column for each day of the week', () => {
    const [table] = named(site.page(`${ROOT[locale]}2026/12/`).document, 'table');
    const rows = table ? named(table, 'tr') : [];
    expect(rows.map((row) => named(row, 'td', 'th').length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(table && textOf(table)).toContain('31');
  });
});

describe('the sample', () => {
  it('has twenty events in both languages, and all that the calendar must bear', () => {
    const english = shown('en');
    const keys = new Set(shown('es').flatMap(({ translationKey }) => translationKey ?? []));
    expect(english.filter(({ translationKey }) => translationKey && keys.has(translationKey)).length).toBe(20);
    expect(english.filter(({ repeats }) => repeats).length).toBeGreaterThanOrEqual(8);
    expect(new Set(english.map(({ status }) => status))).toEqual(
      new Set(['scheduled', 'cancelled', 'postponed', 'moved-online']),
    );
    expect(english.filter(({ repeats }) => repeats?.moved.length)).toHaveLength(1);
  });

  it('has events in each month of the year to come, whenever it is built', () => {
    for (let month = 0; month < 12; month += 1) {
      const from = new Date(Date.UTC(2026, 10 + month, 15));
      const to = new Date(Date.UTC(2026, 11 + month, 15));
      expect(
        shown('en').filter((event) => occurrences(event, from, to).length > 0).length,
        from.toISOString(),
      ).toBeGreaterThan(2);
    }
  });
});
