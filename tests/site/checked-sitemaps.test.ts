import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoInstant } from '#src/i18n/format.ts';
import { xmlFaults } from '../well-formed.ts';
import { NOW, PROJECT, siteFolder } from './build-sites.ts';
import { ORIGIN, readSite } from './built-site.ts';

/**
 * The schema of sitemaps.org, as the package that writes sitemaps has it. It would have every other vocabulary checked too (pictures,
 * languages, news), whose schemas are on the Web alone: where there is none, that is passed over.
 */
const SCHEMA = readFileSync(join(PROJECT, 'node_modules/sitemap/schema/sitemap.xsd'), 'utf8').replaceAll(
  'processContents="strict"',
  'processContents="lax"',
);

const INDEX = 'sitemap-index.xml';

describe.each(['sample', 'three', 'empty', 'hostile'] as const)('the sitemaps of the site “%s”', (name) => {
  const site = readSite(siteFolder(name));
  const files = site.files.filter((file) => /^(?:news-)?sitemap[^/]*\.xml$/.test(file));
  const read = (fileName: string) => ({ fileName, contents: site.read(fileName) });

  it('are valid by the schema of sitemaps.org', async () => {
    const sitemaps = files.filter((file) => file !== INDEX);
    expect(sitemaps).toContain('news-sitemap.xml');
    // A schema wants an address in a list; a newsroom without fresh stories has a list of news without any.
    const filled = sitemaps.map(read).filter(({ contents }) => contents.includes('<url>'));
    expect(filled.length).toBeGreaterThan(0);
    expect(await xmlFaults(filled, SCHEMA)).toEqual([]);
    // Of an index and a list without addresses only whether they are well-formed.
    const others = files.filter((file) => !filled.some(({ fileName }) => fileName === file));
    expect(await xmlFaults(others.map(read))).toEqual([]);
  });

  it('name news as Google’s reference asks: once each, of the last two days, with name, language, date and title', () => {
    const urls = [...site.read('news-sitemap.xml').matchAll(/<url>([^]*?)<\/url>/g)].map(([, url = '']) => url);
    expect(urls.length).toBeLessThanOrEqual(1000);
    for (const url of urls) {
      const [, date = ''] =
        /^<loc>https:[^<]+<\/loc><news:news><news:publication><news:name>[^<]+<\/news:name><news:language>(?:en|es)<\/news:language><\/news:publication><news:publication_date>([^<]+)<\/news:publication_date><news:title>[^<]+<\/news:title><\/news:news>$/.exec(
          url,
        ) ?? [];
      expect(Date.parse(NOW) - Date.parse(date), url).toBeLessThanOrEqual(2 * 86_400_000);
      expect(isoInstant(new Date(date)), url).toBe(date);
    }
    expect(new Set(urls.map((url) => /<loc>(.*?)<\/loc>/.exec(url)?.[1])).size).toBe(urls.length);
  });
});

it('the schema of sitemaps refuses what it does not allow', async () => {
  const withDate = (date: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${ORIGIN}</loc><lastmod>${date}</lastmod></url></urlset>`;
  const faultsOf = (contents: string) => xmlFaults([{ fileName: 'sitemap.xml', contents }], SCHEMA);
  expect(await faultsOf(withDate('2026-11-20T09:00:00-05:00'))).toEqual([]);
  expect((await faultsOf(withDate('20 November'))).join('\n')).toContain('lastmod');
});
