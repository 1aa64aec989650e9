import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareUrls } from '#src/outside-urls.ts';
import {
  absoluteUrl,
  articleUrl,
  editorsGuideUrl,
  frontUrl,
  hostPath,
  listPageUrl,
  listUrl,
  localeParam,
  notFoundUrl,
  pageFeedUrl,
  pageUrl,
  pathBelowHost,
  placeMapUrl,
  searchIndexUrl,
  searchUrl,
  subscribeUrl,
  segment,
  sitemapUrl,
  sitePath,
  takenSegments,
} from '#src/urls.ts';

const list = (locale: 'en' | 'es', kind: Parameters<typeof listUrl>[0]['kind'], slug = '') =>
  listUrl({ locale, kind, slug });

describe('addresses', () => {
  it.each([
    [frontUrl('en'), '/'],
    [frontUrl('es'), '/es/'],
    [articleUrl({ locale: 'en', slug: 'glass' }), '/articles/glass/'],
    [articleUrl({ locale: 'es', slug: 'vidrio' }), '/es/articulos/vidrio/'],
    [pageUrl({ locale: 'en', slug: 'about' }), '/about/'],
    [pageUrl({ locale: 'es', slug: 'acerca-de' }), '/es/acerca-de/'],
    [searchUrl('en'), '/search/'],
    [editorsGuideUrl('es'), '/es/guia-para-editores/'],
    [subscribeUrl('en'), '/subscribe/'],
    [subscribeUrl('es', 'thanks'), '/es/suscribirse/gracias/'],
    [searchUrl('es'), '/es/buscar/'],
    [list('en', 'latest'), '/latest/'],
    [list('es', 'latest'), '/es/ultimas/'],
    [list('en', 'categories', 'region'), '/sections/region/'],
    [list('es', 'categories', 'region'), '/es/secciones/region/'],
    [list('en', 'tags', 'reef'), '/topics/reef/'],
    [list('es', 'tags', 'arrecife'), '/es/temas/arrecife/'],
    [list('en', 'authors', 'ana'), '/authors/ana/'],
    [list('es', 'authors', 'ana'), '/es/autores/ana/'],
    [list('en', 'places', 'tulum'), '/places/tulum/'],
    [list('es', 'places', 'tulum'), '/es/lugares/tulum/'],
    [list('en', 'archive'), '/archive/'],
    [list('en', 'archive', '2026/11'), '/archive/2026/11/'],
    [list('es', 'archive', '2026'), '/es/archivo/2026/'],
    [listPageUrl({ locale: 'en', kind: 'latest', slug: '' }, 12), '/latest/page/12/'],
    [listPageUrl({ locale: 'es', kind: 'tags', slug: 'arrecife' }, 1), '/es/temas/arrecife/pagina/1/'],
    [pageFeedUrl('/', 'rss'), '/rss.xml'],
    [pageFeedUrl('/', 'short'), '/rss-short.xml'],
    [pageFeedUrl('/es/', 'json'), '/es/feed.json'],
    [pageFeedUrl('/es/eventos/', 'atom'), '/es/eventos/atom.xml'],
    [notFoundUrl('en'), '/404.html'],
    [notFoundUrl('es'), '/es/404.html'],
    [searchIndexUrl('es'), '/_search/es/'],
    [placeMapUrl('tulum'), '/maps/tulum.svg'],
    [sitemapUrl(), '/sitemap-index.xml'],
  ])('%s', (address, expected) => {
    expect(address).toBe(expected);
  });

  it('never shares one between two page kinds of a language', () => {
    for (const locale of ['en', 'es'] as const)
      expect(new Set(takenSegments(locale)).size).toBe(takenSegments(locale).length);
  });

  it('keeps the first part of every list’s address from the pages', () => {
    for (const kind of ['latest', 'categories', 'tags', 'authors', 'places', 'archive'] as const) {
      expect(takenSegments('es')).toContain(list('es', kind, 'x').split('/')[2]);
      expect(takenSegments('en')).toContain(segment('en', kind));
    }
  });

  it('gives English no part of its own', () => {
    expect([localeParam('en'), localeParam('es')]).toEqual([undefined, 'es']);
  });
});

describe('absoluteUrl', () => {
  it('puts a path on the site’s origin', () => {
    expect(absoluteUrl('https://paper.example', '/es/')).toBe('https://paper.example/es/');
    expect(absoluteUrl('https://paper.example/', '/es/')).toBe('https://paper.example/es/');
  });

  it('puts it below the path of a site that has one', () => {
    expect(absoluteUrl('https://user.example/paper/', '/es/')).toBe('https://user.example/paper/es/');
    expect(absoluteUrl('https://user.example/paper/', '/')).toBe('https://user.example/paper/');
  });

  it.each(['https://paper.example', 'https://user.example:8080/paper/'])(
    'is what a browser makes of a path: %s',
    (site) => {
      // Two slashes at the start, or what a browser takes for one, would name a host.
      const first = ['.', '..', 'a', 'b-c', '~d', 'ñ', ' ', '%41', '%', '?q=1', '#part', ';', 'rss.xml'];
      const later = [...first, '', '\\'];
      const paths = first.flatMap((one) => later.flatMap((two) => later.map((three) => `/${one}${two}/${three}`)));
      const below = new URL(site).pathname.replace(/\/$/, '');
      for (const path of ['', '/', ...paths]) expect(absoluteUrl(site, path)).toBe(new URL(below + path, site).href);
    },
  );
});

describe('a path of the site on its host', () => {
  it('is found and read again', () => {
    for (const site of ['https://user.example/', 'https://user.example/paper/', 'https://user.example/a/b.c/']) {
      const below = pathBelowHost(site);
      for (const path of ['/', '/articles/reef/', '//x']) expect(sitePath(below, hostPath(below, path))).toBe(path);
    }
    expect(pathBelowHost('https://user.example/')).toBe('');
    expect(sitePath('/paper', '/paper')).toBe('/');
    expect(sitePath('/paper', '/papers/x/')).toBeUndefined();
  });
});

describe('shareUrls', () => {
  const url = 'https://paper.example/articles/reef/?a=1&b=2#c';
  // Half of a character pair is refused by the schema before it comes here.
  const titles = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('A & B = C?', '100 % #1', '" onclick="x', 'a\r\nBcc: x@y.example', '</a><script>', 'año + ñ'),
  );

  it('gives the title back whole, whatever signs it holds', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const { email, whatsApp, facebook, x } = shareUrls(title, url);
        expect(new URL(x).searchParams.get('text')).toBe(title);
        expect(new URL(x).searchParams.get('url')).toBe(url);
        expect(new URL(whatsApp).searchParams.get('text')).toBe(`${title} ${url}`);
        expect(new URL(facebook).searchParams.get('u')).toBe(url);
        expect(new URL(email).searchParams.get('subject')).toBe(title);
        expect(new URL(email).searchParams.get('body')).toBe(url);
      }),
    );
  });

  it('lets no sign through that could end an attribute or add a mail header', () => {
    fc.assert(
      fc.property(titles, (title) => {
        for (const link of Object.values(shareUrls(title, url))) expect(link).not.toMatch(/[\s"<>]/);
      }),
    );
  });
});
