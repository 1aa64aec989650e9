import { describe, expect, it } from 'vitest';
import { BELOW, BELOW_SITE } from './below-path-site.ts';
import { readSite } from './built-site.ts';
import { crawl } from './crawl.ts';
import { attribute, metaContent, named, textOf } from './html.ts';

const site = readSite(BELOW_SITE);
const PATH = new URL(BELOW).pathname;

describe('a site below a path of its host', () => {
  it('has no dead link, and names nothing of its host but itself and what editors link to', async () => {
    const { found, pages, dead, outside } = await crawl(BELOW_SITE, BELOW);
    expect(dead).toEqual([]);
    expect(outside).toEqual([`${PATH}articles/every-way/ → https://user.github.io/other/`]);
    // Every page that is not an answer to a mistake is reached.
    const unreached = [...site.pages, ...site.redirects]
      .map(({ path, document }) => ({ path: PATH + path.slice(1), isHidden: metaContent(document, 'story-status') }))
      .filter(({ path, isHidden }) => isHidden === undefined && !found.has(path))
      .map(({ path }) => path);
    expect(unreached.sort()).toEqual(
      ['2019/every-way.html', '404.html', 'editors-guide/', 'es/404.html', 'es/guia-para-editores/'].map(
        (path) => PATH + path,
      ),
    );
    expect(pages.size).toBeGreaterThan(30);
    for (const file of ['rss.xml', 'es/rss.xml', 'favicon.svg', '_search/en/index.bin'])
      expect(found).toContain(PATH + file);
    expect([...found].filter((path) => /\.(?:woff2|webp|css)$/.test(path)).length).toBeGreaterThan(5);
  });

  it('keeps an editor’s links, however they are written', () => {
    const { document } = site.page('/articles/every-way/');
    const links = named(document, 'a').map((link) => [textOf(link), attribute(link, 'href') ?? ''] as const);
    const to = (text: string) => links.filter(([words]) => words === text).map(([, href]) => href);
    expect(to('By its path')).toEqual([`${PATH}articles/rain/`]);
    expect(to('by its full address')).toEqual([`${BELOW}articles/rain/`]);
    expect(to('from here')).toEqual([`${PATH}articles/rain/`]);
    expect(to('from far too high up')).toEqual([`${PATH}articles/rain/`]);
    expect(to('with a part')).toEqual([`${PATH}articles/the-longest-headline/#s-who-sweeps`]);
    expect(to('to a part of its own')).toEqual(['#s-what-follows']);
    expect(to('by its path')).toEqual([`${PATH}articles/every-way/#s-what-follows`]);
    expect(to('in full')).toEqual([`${BELOW}articles/every-way/#s-what-follows`]);
    expect(to('by HTML')).toEqual([`${PATH}search/?q=rain`]);
  });

  it('leaves what readers read as it was written', () => {
    const text = textOf(site.page('/articles/every-way/').document);
    expect(text).toContain('Nothing of <a href="/articles/rain/"> changes.');
    expect(text).toContain('<img src="/pictures/none.webp" srcset="/a.webp 1x, /b.webp 2x">');
  });

  it('says its whole address to search engines and other sites', () => {
    const { html } = site.page('/es/articulos/anticonstitucional/');
    expect(html).toContain(`<link rel="canonical" href="${BELOW}es/articulos/anticonstitucional/">`);
    expect(html).toContain(`hreflang="en" href="${BELOW}articles/the-longest-headline/"`);
    expect(html).toContain(`<meta property="og:image" content="${BELOW}`);
    expect(site.read('robots.txt')).toContain(`Sitemap: ${BELOW}sitemap-index.xml`);
    expect(site.read('sitemap-index.xml')).toContain(`<loc>${BELOW}sitemap-2026-11-0.xml</loc>`);
    expect(site.read('rss.xml')).toContain(`<link>${BELOW}articles/rain/</link>`);
  });

  it('tells each kind of host by whole paths what to answer', () => {
    const old = `${PATH}2019/every-way.html`;
    const now = `${PATH}articles/every-way/`;
    const notice = `${PATH}articles/taken-back/`;
    expect(site.read('_redirects')).toContain(`${old} ${now} 301\n`);
    expect(site.read('hosting/netlify-redirects')).toContain(`${notice} ${notice}index.html 410!\n`);
    expect(site.read('hosting/nginx-redirects.conf')).toContain(`"${old}" "${now}";`);
    expect(site.read('hosting/nginx-redirects.conf')).toContain(`"${notice}" "${notice}index.html";`);
    // A rule in .htaccess sees the path from the file's own folder.
    expect(site.read('.htaccess')).toContain(String.raw`RewriteRule "^2019/every-way\.html$" "${now}" [R=301,L,NE]`);
    expect(site.read('.htaccess')).toContain(`ErrorDocument 404 ${PATH}404.html`);
    expect(site.read('.htaccess')).toContain(`ErrorDocument 410 ${notice}index.html`);
    expect(site.read('_headers')).toMatch(new RegExp(`^${PATH.replace('.', String.raw`\.`)}\\*\n`));
    expect(site.read('_headers')).toContain(`\n${PATH}_astro/*\n  Cache-Control: public`);
    expect(site.read('vercel.json')).toContain(`"source": "${PATH}_astro/(.*)"`);
    expect(site.read('hosting/nginx-headers.conf')).toContain(String.raw`location ~ "^/My_paper\.2/(?:_headers$`);
  });

  it('leads on from its old addresses', () => {
    const html = site.read('2019/every-way.html');
    expect(html).toContain(`content="0; url=${PATH}articles/every-way/"`);
    expect(html).toContain(`<a href="${PATH}articles/every-way/">${BELOW}articles/every-way/</a>`);
  });
});
