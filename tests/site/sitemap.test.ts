import { describe, expect, it } from 'vitest';
import { isoInstant } from '#src/i18n/format.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { editorsGuideUrl } from '#src/urls.ts';
import { builtSite, ORIGIN, sitemapXml, type BuiltSite } from './built-site.ts';
import { NOW, SITES, type SiteName } from './build-sites.ts';
import { expectedPath, expectedStories } from './expected-stories.ts';
import { metaContent, versionsOf } from './html.ts';

/** One address of a sitemap. */
interface Entry {
  loc: string;
  lastmod: string | undefined;
  alternates: Record<string, string>;
}

describe.each(Object.keys(SITES) as SiteName[])('the sitemap of the site “%s”', (name) => {
  const site = builtSite(name);
  const entries = entriesOf(site);

  it('holds every page that search engines may list, once, and no other, but for the numbered pages of lists', () => {
    const listed = site.pages
      .filter(({ document }) => metaContent(document, 'robots') !== 'noindex')
      .filter(({ path }) => !/\/(?:page|pagina)\/\d+\/$/.test(path))
      .map(({ path }) => new URL(path, ORIGIN).href);
    expect(entries.map(({ loc }) => loc).toSorted()).toEqual(listed.toSorted());
  });

  it('says of every story when it last changed', () => {
    for (const locale of ['en', 'es'] as const) {
      for (const story of expectedStories(name, locale)) {
        const changes = [story.pubDate, story.updatedDate, ...story.corrections.map(({ date }) => date)];
        const instants = changes.map((date) => date?.getTime() ?? 0);
        const newest = Math.max(...instants.filter((instant) => instant <= Date.parse(NOW)));
        const entry = entries.find(({ loc }) => loc === new URL(expectedPath(story), ORIGIN).href);
        expect(Date.parse(entry?.lastmod ?? ''), story.id).toBe(newest);
      }
    }
  });

  it('knows the other languages of a page as the page itself does', () => {
    for (const { loc, alternates } of entries) {
      const { document } = site.page(new URL(loc).pathname);
      const { 'x-default': _, ...versions } = Object.fromEntries(versionsOf(document));
      expect(alternates, loc).toEqual(versions);
    }
  });

  it('is named in robots.txt, which forbids nothing', () => {
    const robots = site.read('robots.txt');
    expect(robots).toContain(`Sitemap: ${ORIGIN}sitemap-index.xml`);
    expect(robots).not.toMatch(/^Disallow: ?\S/m);
    expect(site.read('sitemap-index.xml')).toContain(`<loc>${ORIGIN}sitemap-pages-0.xml</loc>`);
  });
});

describe('the sitemap of news', () => {
  it('has the stories of the last two days that nobody paid for, and is named in robots.txt', () => {
    const site = builtSite('sample');
    const since = Date.parse(NOW) - 2 * 86_400_000;
    const fresh = LOCALES.flatMap((locale) => expectedStories('sample', locale)).filter(
      ({ pubDate, sponsor }) => pubDate.getTime() > since && !sponsor,
    );
    expect(fresh.length).toBeGreaterThan(0);
    const found = [...site.read('news-sitemap.xml').matchAll(/<loc>([^<]*)</g)].map(([, address]) => address);
    expect(found.toSorted()).toEqual(fresh.map((story) => new URL(expectedPath(story), ORIGIN).href).toSorted());
    expect(site.read('robots.txt')).toContain(`Sitemap: ${ORIGIN}news-sitemap.xml`);
  });
});

describe('the sitemap of the sample', () => {
  const entries = entriesOf(builtSite('sample'));

  it('has a file for each month, which its index dates by the newest change in it', () => {
    const index = builtSite('sample').read('sitemap-index.xml');
    expect(index).toContain(`<loc>${ORIGIN}sitemap-2026-11-0.xml</loc><lastmod>2026-11-22T23:40:00.000Z</lastmod>`);
    expect(index.match(/<sitemap>/g)?.length).toBeGreaterThan(12);
  });

  it('lists both versions of a story that has two', () => {
    const english = `${ORIGIN}articles/sheinbaum-rules-out-us-troops-after-cartel-order/`;
    const spanish = `${ORIGIN}es/articulos/sheinbaum-descarta-tropas-de-ee-uu-tras-orden-contra-carteles/`;
    const both = { en: english, 'es-MX': spanish };
    expect(entries.filter(({ loc }) => loc === english || loc === spanish).map(({ alternates }) => alternates)).toEqual(
      [both, both],
    );
  });

  it('dates the front page by its newest story, not by the day it was built', () => {
    const [newest] = expectedStories('sample', 'en');
    const front = entries.find(({ loc }) => loc === ORIGIN);
    expect(newest && isoInstant(newest.pubDate)).toBe('2026-11-22T18:40:00-05:00');
    expect(front?.lastmod).toBe('2026-11-22T23:40:00.000Z');
  });

  it('has the pictures of stories, which are there', () => {
    const site = builtSite('sample');
    const pictures = [...sitemapXml(site).matchAll(/<image:loc>([^<]*)<\/image:loc>/g)].map(([, address = '']) =>
      new URL(address).pathname.slice(1),
    );
    expect(pictures.length).toBeGreaterThan(20);
    expect(pictures.filter((file) => !site.files.includes(file))).toEqual([]);
  });

  it('leaves out the search pages, the error pages and the editors’ guide', () => {
    const paths = entries.map(({ loc }) => new URL(loc).pathname);
    const errors = ['/404.html', '/404/', '/es/404.html', '/es/404/'];
    for (const path of ['/search/', '/es/buscar/', ...LOCALES.map(editorsGuideUrl), ...errors]) {
      expect(paths).not.toContain(path);
    }
  });
});

function entriesOf(site: BuiltSite): Entry[] {
  const xml = sitemapXml(site);
  return [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, url = '']) => ({
    loc: /<loc>([^<]*)</.exec(url)?.[1] ?? '',
    lastmod: /<lastmod>([^<]*)</.exec(url)?.[1],
    alternates: Object.fromEntries(
      [...url.matchAll(/<xhtml:link([^>]*)\/>/g)].map(([, attributes = '']) => [
        /hreflang="([^"]*)"/.exec(attributes)?.[1] ?? '',
        / href="([^"]*)"/.exec(attributes)?.[1] ?? '',
      ]),
    ),
  }));
}
