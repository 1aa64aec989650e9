import { describe, expect, it } from 'vitest';
import { chromeOf } from '#src/page-data/page-chrome.ts';
import { notFoundPage, notFoundPaths } from '#src/page-data/not-found.ts';
import { searchPath } from '#src/page-data/search-page.ts';
import { textPaths } from '#src/page-data/text-page.ts';
import { editionsOf, makePage } from '../../factories.ts';

const pages = [
  makePage({ title: 'About "us"', order: 2 }),
  makePage({ stem: 'ethics', order: 1 }),
  makePage({ locale: 'es', stem: 'acerca-de', translationKey: 'about' }),
];
const editions = editionsOf([], { newsroom: { pages } });
const all = Object.values(editions);

describe('the page chrome', () => {
  it('links to categories, lists, search, pages and feed in the reader’s language', () => {
    expect(chromeOf(editions.es)).toMatchObject({
      locale: 'es',
      languageTag: 'es-MX',
      front: { text: 'Portada', href: '/es/' },
      categories: [
        { id: 'environment', text: 'Medio ambiente', href: '/es/secciones/medio-ambiente/' },
        { id: 'culture', text: 'Cultura', href: '/es/secciones/culture/' },
        { id: 'region', text: 'Región', href: '/es/secciones/region/' },
      ],
      latest: { href: '/es/ultimas/' },
      archive: { href: '/es/archivo/' },
      search: { href: '/es/buscar/' },
      pages: [{ href: '/es/acerca-de/' }],
      feed: { href: '/es/rss.xml' },
    });
  });

  it('names each edition in its own language', () => {
    expect(chromeOf(editions.en).editions).toEqual([
      { locale: 'en', languageTag: 'en', text: 'English', href: '/' },
      { locale: 'es', languageTag: 'es-MX', text: 'Español', href: '/es/' },
    ]);
  });

  it('is made once an edition', () => {
    expect(chromeOf(editions.en)).toBe(chromeOf(editions.en));
    expect(chromeOf(editions.en)).not.toBe(chromeOf(editions.es));
  });
});

describe('pages', () => {
  it('have their address, their date and their pair', () => {
    const [, about] = textPaths(editions.en);
    expect(about).toMatchObject({
      params: { locale: undefined, page: 'about' },
      props: {
        page: {
          title: 'About “us”',
          reviewed: { iso: '2026-10-01', text: '1 October 2026' },
          translations: [{ locale: 'es', href: '/es/acerca-de/' }],
          body: { file: 'pages/en/about.md' },
        },
      },
    });
  });

  it('have no pair if there is none', () => {
    const [ethics] = textPaths(editions.en);
    expect(ethics?.props.page).toMatchObject({ translations: [], head: { alternates: [] } });
  });
});

describe('pages that are no news', () => {
  it('stay out of search engines', () => {
    expect(searchPath(editions.en, all).props.page.head.noIndex).toBe(true);
    expect(notFoundPage(editions.es).head.noIndex).toBe(true);
  });

  it('search has one page an edition, with its own index', () => {
    expect(searchPath(editions.es, all)).toMatchObject({
      params: { locale: 'es', search: 'buscar' },
      props: {
        page: {
          index: { folder: '/_search/es/' },
          otherIndexes: [{ folder: '/_search/en/', page: '/search/' }],
          translations: [{ locale: 'en', href: '/search/' }],
        },
      },
    });
  });

  it('not found is below each language but the root’s, which has its own file', () => {
    expect(notFoundPaths(all).map(({ params }) => params)).toEqual([{ locale: 'es' }]);
    expect(notFoundPage(editions.es).head.title).toMatch(/^Esta página no está aquí/);
  });
});
