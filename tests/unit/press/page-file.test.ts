import { describe, expect, it } from 'vitest';
import { pageFile } from '#src/press/page-file.ts';

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
