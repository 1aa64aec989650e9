import { describe, expect, it } from 'vitest';
import { pageFile, pathnameOf } from '#src/publish/render/page-file.ts';

const fileOf = (pathname: string, component = 'src/pages/[...locale]/index.astro', type = 'page') =>
  pageFile({ pathname, component, type });

describe('the file of a page', () => {
  it.each([
    ['/', 'index.html'],
    ['/es', 'es/index.html'],
    ['/articles/glass/', 'articles/glass/index.html'],
    // A list of eight thousand stories has it.
    ['/latest/page/404', 'latest/page/404/index.html'],
    ['/es/ultimas/pagina/404/', 'es/ultimas/pagina/404/index.html'],
  ])('of %s is %s', (pathname, file) => expect(fileOf(pathname)).toBe(file));

  it('is where hosts look for it, of the pages for what is not there', () => {
    expect(fileOf('/404', 'src/pages/404.astro')).toBe('404.html');
    expect(fileOf('/es/404', 'src/pages/[...locale]/404.astro')).toBe('es/404.html');
  });

  it('is the address itself, of feeds and maps', () => {
    expect(fileOf('/es/rss.xml', 'src/pages/[...locale]/rss.xml.ts', 'endpoint')).toBe('es/rss.xml');
  });
});

describe('the path of a page', () => {
  const text = (content: string) => ({ content, dynamic: false });
  const parameter = (content: string) => ({ content, dynamic: true });
  const story = [[parameter('...locale')], [parameter('articles')], [parameter('slug')]];

  it.each([
    [story, { locale: undefined, articles: 'articles', slug: 'glass' }, 'articles/glass'],
    [story, { locale: 'es', articles: 'noticias', slug: 'vidrio' }, 'es/noticias/vidrio'],
    [[[text('latest')], [parameter('...page')]], { page: 'page/12' }, 'latest/page/12'],
    [[[text('sitemap-'), parameter('part'), text('.xml')]], { part: 'en-2026' }, 'sitemap-en-2026.xml'],
    [[[parameter('...locale')], [text('rss.xml')]], {}, 'rss.xml'],
    [[], {}, ''],
  ])('is made of its route and its parameters: %j with %j is %j', (segments, params, path) => {
    expect(pathnameOf(segments, params)).toBe(path);
  });

  it('is refused if a parameter is missing', () => {
    expect(() => pathnameOf(story, { articles: 'articles' })).toThrow('a page has no “slug”, which its route needs');
  });
});
