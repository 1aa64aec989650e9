import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { attribute, elementsOf } from './html.ts';

/** A page of 60 KB comes in a second on a slow phone connection; a story in the first 14 KB, before the first answer. */
const PAGE_BYTES = 60_000;
const STORY_PACKED_BYTES = 14_000;

const SEARCH_PAGES = ['/search/', '/es/buscar/'];

describe.each(Object.keys(SITES) as SiteName[])('the site “%s”', (name) => {
  const site = builtSite(name);

  it('has no page heavier than 60 KB without its pictures', () => {
    const heavy = site.pages.filter(({ html }) => Buffer.byteLength(html) > PAGE_BYTES).map(({ path }) => path);
    expect(heavy).toEqual([]);
  });

  it('has no story heavier than 14,000 bytes packed', () => {
    const heavy = site.pages
      .filter(({ path }) => /\/(?:articles|articulos)\//.test(path))
      .filter(({ html }) => packed(html).length > STORY_PACKED_BYTES)
      .map(({ path }) => path);
    expect(heavy).toEqual([]);
  });

  it('has scripts on its search pages alone', () => {
    const scripted = site.pages
      .filter(({ document }) =>
        elementsOf(document, { withTemplates: true }).some(
          (element) =>
            (element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json') ||
            element.attrs.some((candidate) => candidate.name.startsWith('on')),
        ),
      )
      .map(({ path }) => path);
    expect(scripted.toSorted()).toEqual(SEARCH_PAGES.toSorted());
  });
});

/** As hosts pack pages on the fly. */
function packed(html: string): Buffer {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
