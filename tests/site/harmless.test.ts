import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { offencesInBody, offencesInPage } from '../allowed-output.ts';
import { readSite } from './built-site.ts';
import { hostileSite, HOSTILE } from './hostile-site.ts';
import { elementsOf, attribute, named, textOf } from './html.ts';

/** Feeds name the paper's own pictures by full addresses. */
const withoutPictures = (html: string) =>
  html.replace(/<img src="https:\/\/[\w.-]+\/_pictures\/[\w.-]+" alt="[^"]*" width="\d+" height="\d+">/g, '');

describe('a newsroom with hostile strings in every text', () => {
  const site = readSite(hostileSite());

  it('is built whole: all stories have a page', () => {
    expect(site.pages.filter(({ path }) => /\/(?:articles|articulos)\//.test(path))).toHaveLength(160);
    expect(HOSTILE.length).toBeGreaterThan(100);
  });

  it('has no element, attribute, script or address on any page that is not listed', () => {
    const found = site.pages.flatMap(({ path, html }) => offencesInPage(html).map((offence) => `${path} ${offence}`));
    expect(found.slice(0, 20)).toEqual([]);
  });

  it('has on every page one policy, first in its head, and the same scripts as any site', () => {
    for (const { path, document } of site.pages) {
      const [charset, policy] = named(document, 'meta');
      expect(charset && attribute(charset, 'charset'), path).toBe('utf-8');
      expect(policy && attribute(policy, 'content'), path).toMatch(/^default-src 'none'; /);
      const scripts = elementsOf(document, { withTemplates: true })
        .filter(({ tagName }) => tagName === 'script')
        // Facts about events run nothing; the test before this one has read them.
        .filter((script) => attribute(script, 'type') !== 'application/ld+json');
      expect(scripts, path).toHaveLength(/\/(?:search|buscar)\//.test(path) ? 1 : 0);
    }
  });

  it('shows headlines as the texts they are', () => {
    const headlines = site.pages
      .filter(({ path }) => path.startsWith('/articles/'))
      .map(({ document }) => textOf(named(document, 'h1').at(-1) ?? document));
    expect(headlines.filter((text) => text.includes('<script>')).length).toBeGreaterThan(3);
  });

  it('has feeds and sitemaps that an XML parser reads whole, with no markup in their texts', () => {
    const feeds = site.files.filter((path) => path.endsWith('rss.xml'));
    expect(feeds).toEqual(expect.arrayContaining(['es/eventos/rss.xml', 'es/rss.xml', 'events/rss.xml', 'rss.xml']));
    for (const file of feeds) {
      const xml = site.read(file);
      expect(illFormed(xml), file).toBeUndefined();
      const { items = [] } = parseRssFeed(xml);
      if (file === 'rss.xml') expect(items).toHaveLength(50);
      expect(
        xml.match(
          /<(?!\/?(?:rss|channel|item|title|link|description|language|copyright|atom:link|lastBuildDate|guid|pubDate|category|dc:creator|content:encoded|media:(?:content|description|credit)|enclosure)\b|\?xml )[^>]*>/g,
        ),
      ).toBeNull();
      for (const { content } of items)
        expect(offencesInBody(withoutPictures(content?.encoded ?? '')), file).toEqual([]);
    }
    for (const file of site.files.filter((path) => path.endsWith('atom.xml')))
      expect(illFormed(site.read(file)), file).toBeUndefined();
    for (const file of site.files.filter((path) => path.endsWith('feed.json')))
      expect(parseJsonFeed(site.read(file)).items, file).toBeDefined();
    for (const file of site.files.filter((path) => /sitemap.*\.xml$/.test(path))) {
      expect(illFormed(site.read(file)), file).toBeUndefined();
    }
  });

  it('has calendars in which no text begins a line of its own', () => {
    const calendars = site.files.filter((path) => path.endsWith('.ics'));
    expect(calendars.length).toBeGreaterThan(80);
    for (const file of calendars) {
      const lines = site.read(file).replace(/\r\n /g, '').split('\r\n');
      expect(
        lines.filter((line) => !/^(?:[A-Z-]+[;:].*)?$/.test(line)),
        file,
      ).toEqual([]);
      expect(
        lines.filter((line) =>
          /^(?:ATTACH|ATTENDEE|BEGIN:(?!VCALENDAR|VEVENT|VTIMEZONE|STANDARD|DAYLIGHT))/.test(line),
        ),
      ).toEqual([]);
    }
  });

  it('has JSON that parses', () => {
    for (const file of site.files.filter((path) => path.endsWith('.json'))) {
      expect(() => JSON.parse(site.read(file)) as unknown, file).not.toThrow();
    }
  });

  it('has search texts that are texts, and maps that hold nothing but the map', () => {
    const texts = site.files.filter((path) => /^_search\/[^/]+\/articles\//.test(path));
    // Stories and events.
    expect(texts.length).toBe(160 + 80);
    for (const file of texts) {
      const record = gunzipSync(readFileSync(join(site.folder, file))).toString('utf8');
      expect(() => JSON.parse(record) as unknown, file).not.toThrow();
    }
    for (const file of site.files.filter((path) => path.startsWith('maps/'))) {
      expect(
        site.read(file).match(/<(?!\/?(?:svg|style|title|path|circle|g|rect)\b)[^>]*>|\son\w+=/g),
        file,
      ).toBeNull();
    }
  });
});

/**
 * What is wrong with an XML text: tags that do not match, characters and references that XML 1.0 does not have.
 * @see w3.org/TR/xml, productions 2, 39 and 68
 */
function illFormed(xml: string): string | undefined {
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.exec(xml);
  if (bad) return `character ${bad[0].charCodeAt(0).toString(16)}`;
  const open: string[] = [];
  const rest = xml.replace(
    /<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
    (
      _,
      end: string | undefined,
      name: string | undefined,
      attributes: string | undefined,
      empty: string | undefined,
    ) => {
      if (name === undefined) return '';
      if (end) {
        const last = open.pop();
        if (last !== name) open.push(`${last}≠${name}`, name);
      } else if (!empty) open.push(name);
      return attributes ?? '';
    },
  );
  if (open.length > 0) return `open: ${open.join(' ')}`;
  return /[<]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|\]\]>/i.exec(rest)?.[0];
}
