import { describe, expect, it } from 'vitest';
import { apacheRedirects } from '#src/hosting/apache-redirects.ts';
import { forHosts } from '#src/hosting/header-files.ts';
import { hostFileGroups, hostFileText, RULE_FILES } from '#src/hosting/host-files.ts';
import { describeOldAddresses } from '#src/hosting/host-limits.ts';
import { hostRules, slashVariants, type HostRules } from '#src/hosting/host-rules.ts';
import { nginxRedirects } from '#src/hosting/nginx-redirects.ts';
import { isRedirectPage, redirectPage, redirectPageFile } from '#src/hosting/redirect-page.ts';
import { netlifyRedirectsFile, redirectsFile } from '#src/hosting/redirects-file.ts';
import { editionsOf, makeArticle } from '../../factories.ts';

const withdrawn = { date: '2026-11-22', reason: 'It was not so.' };

const editions = Object.values(
  editionsOf([
    makeArticle({ stem: 'reef', aliases: ['/2024/05/old-reef/', '/Reef.HTML', '/año'] }),
    makeArticle({ stem: 'nota', locale: 'es', pubDate: '2026-11-21', aliases: ['/es/vieja'] }),
    makeArticle({ stem: 'gone', withdrawn, aliases: ['/gone.php'] }),
    makeArticle({ stem: 'secret', draft: true, aliases: ['/secret/'] }),
  ]),
);
const rules = hostRules(editions);

const moved = (count: number): HostRules => ({
  below: '',
  redirects: Array.from({ length: count }, (_, at) => ({ from: `/old-${at}/`, to: '/articles/reef/', locale: 'en' })),
  gone: [],
});

describe('the rules for hosts', () => {
  it('have every redirect, and every address of a withdrawn article with its tombstone', () => {
    expect(rules.redirects.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      '/2024/05/old-reef/ → /articles/reef/',
      '/Reef.HTML → /articles/reef/',
      '/año → /articles/reef/',
      '/es/vieja → /es/articulos/nota/',
    ]);
    expect(rules.gone).toEqual([
      { from: '/articles/gone/', notice: '/articles/gone/' },
      { from: '/gone.php', notice: '/articles/gone/' },
    ]);
  });

  it('apply with the last slash and without, but for files', () => {
    expect(slashVariants('/a/b')).toEqual(['/a/b', '/a/b/']);
    expect(slashVariants('/a/b/')).toEqual(['/a/b/', '/a/b']);
    expect(slashVariants('/a/b.php')).toEqual(['/a/b.php']);
  });
});

describe('the file _redirects', () => {
  it('has a line for each redirect, with a status that every host accepts', () => {
    expect(redirectsFile(rules)).toBe(
      [
        '/2024/05/old-reef/ /articles/reef/ 301',
        '/Reef.HTML /articles/reef/ 301',
        '/a%C3%B1o /articles/reef/ 301',
        '/es/vieja /es/articulos/nota/ 301',
        '',
      ].join('\n'),
    );
  });

  it('has in Netlify’s own form what is gone as well', () => {
    expect(netlifyRedirectsFile(rules).split('\n').slice(2)).toEqual([
      '/a%C3%B1o /articles/reef/ 301!',
      '/es/vieja /es/articulos/nota/ 301!',
      '/articles/gone/ /articles/gone/index.html 410!',
      '/gone.php /articles/gone/index.html 410!',
      '',
    ]);
  });

  it('is empty if there are no redirects', () => {
    expect(redirectsFile({ below: '', redirects: [], gone: [] })).toBe('');
  });
});

describe('the maps for nginx', () => {
  it('have both forms of an address, and one with capitals so that it matches nothing else', () => {
    expect(nginxRedirects(rules).split('\n').slice(3)).toEqual([
      'map $uri $moved_to {',
      '  default "";',
      '  "/2024/05/old-reef/" "/articles/reef/";',
      '  "/2024/05/old-reef" "/articles/reef/";',
      '  "~^/Reef\\.HTML$" "/articles/reef/";',
      '  "/año" "/articles/reef/";',
      '  "/año/" "/articles/reef/";',
      '  "/es/vieja" "/es/articulos/nota/";',
      '  "/es/vieja/" "/es/articulos/nota/";',
      '}',
      'map $uri $withdrawn_notice {',
      '  default "";',
      '  "/articles/gone/" "/articles/gone/index.html";',
      '  "/articles/gone" "/articles/gone/index.html";',
      '  "/gone.php" "/articles/gone/index.html";',
      '}',
      '',
    ]);
  });

  it('make room in nginx’s tables for the longest address, and for all', () => {
    const sizesFor = (given: HostRules) => nginxRedirects(given).split('\n').slice(1, 3);
    expect(sizesFor({ below: '', redirects: [], gone: [] })).toEqual([
      'map_hash_bucket_size 64;',
      'map_hash_max_size 2048;',
    ]);
    const long = { from: `/${'a'.repeat(200)}/`, to: '/', locale: 'en' } as const;
    expect(sizesFor({ below: '', redirects: [long], gone: [] })[0]).toBe('map_hash_bucket_size 320;');
    expect(sizesFor(moved(5_000))[1]).toBe('map_hash_max_size 65536;');
  });
});

describe('the rules for Apache', () => {
  it('redirect, or answer 410 with the article’s own tombstone', () => {
    expect(apacheRedirects(rules).split('\n')).toEqual([
      '<IfModule mod_rewrite.c>',
      'RewriteEngine On',
      'RewriteRule "^2024/05/old-reef/?$" "/articles/reef/" [R=301,L,NE]',
      'RewriteRule "^Reef\\.HTML$" "/articles/reef/" [R=301,L,NE]',
      'RewriteRule "^año/?$" "/articles/reef/" [R=301,L,NE]',
      'RewriteRule "^es/vieja/?$" "/es/articulos/nota/" [R=301,L,NE]',
      'RewriteRule "^articles/gone/?$" - [G]',
      'RewriteRule "^gone\\.php$" - [G]',
      '</IfModule>',
      "<If \"%{REQUEST_URI} in { '/articles/gone', '/articles/gone/' }\">",
      'ErrorDocument 410 /articles/gone/index.html',
      '</If>',
      "<If \"%{REQUEST_URI} in { '/gone.php', '/gone.php/' }\">",
      'ErrorDocument 410 /articles/gone/index.html',
      '</If>',
      '',
    ]);
    expect(apacheRedirects({ below: '', redirects: [], gone: [] })).toBe('');
  });
});

describe('the page at an old address', () => {
  const redirect = { from: '/vieja/', to: '/es/articulos/nota/', locale: 'es' } as const;
  const html = redirectPage(redirect, 'https://paper.example/');

  it('redirects browsers and search engines at once, has a link, is in its language, and needs no script or style', () => {
    expect(html).toContain('<html lang="es-MX">');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/es/articulos/nota/">');
    expect(html).toContain('<link rel="canonical" href="https://paper.example/es/articulos/nota/">');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<a href="/es/articulos/nota/">https://paper.example/es/articulos/nota/</a>');
    expect(html).not.toMatch(/<script|<style|\sstyle=/);
    expect(isRedirectPage(html)).toBe(true);
  });

  it.each([
    ['/2024/05/old/', '2024/05/old/index.html'],
    ['/2024/05/old', '2024/05/old/index.html'],
    ['/old.html', 'old.html'],
    ['/Old.HTM', 'Old.HTM'],
    ['/v1.5/', 'v1.5/index.html'],
    ['/story.php', undefined],
  ])('is, for %s, the file %s', (from, file) => {
    expect(redirectPageFile({ ...redirect, from })).toBe(file);
  });
});

describe('the files for hosts', () => {
  const files = () => hostFileGroups(editions).flatMap((group) => group.files());

  it('are the rules in every format, and a page at each old address that can have one', () => {
    expect(
      files()
        .map(({ file }) => file)
        .sort(),
    ).toEqual([
      '.htaccess',
      '2024/05/old-reef/index.html',
      'Reef.HTML',
      '_headers',
      '_redirects',
      'año/index.html',
      'es/vieja/index.html',
      'hosting/netlify-redirects',
      'hosting/nginx-headers.conf',
      'hosting/nginx-redirects.conf',
      'vercel.json',
    ]);
  });

  it('say nothing about a withheld article', () => {
    const texts = files().map(({ file, sources }) => `${file}\n${hostFileText(sources).text}`);
    expect(texts.filter((text) => text.includes('secret'))).toEqual([]);
    expect(texts.join('\n')).not.toContain(withdrawn.reason);
  });

  it('come in groups that know their number', () => {
    for (const { count, files: filesOf } of hostFileGroups(editions)) expect(filesOf()).toHaveLength(count);
  });

  it('change with the rules, and one old address only with its own group', () => {
    const keysOf = (aliases: string[]) => {
      const made = Object.values(editionsOf([makeArticle({ aliases })]));
      return new Map(hostFileGroups(made).map(({ name, key }) => [name, key]));
    };
    const [before, after] = [keysOf(['/a/']), keysOf(['/a/', '/b/'])];
    expect(after.get('rules')).not.toBe(before.get('rules'));
    expect([...before].filter(([name, key]) => after.get(name) === key)).toHaveLength(1);
  });
});

describe('the summary of old addresses', () => {
  it.each([
    [{ below: '', redirects: [], gone: [] }, ''],
    [moved(1), '1 redirects'],
    [{ ...moved(2), gone: rules.gone.slice(0, 1) }, '2 redirect, 1 is gone'],
    [moved(1_001), '1,001 redirect (GitLab Pages reads 1,000 of them)'],
    [moved(2_310), '2,310 redirect (GitLab Pages reads 1,000 of them, Cloudflare Pages 2,000)'],
  ])('is how many there are, and which hosts read only some (%#)', (given, summary) => {
    expect(describeOldAddresses(given)).toBe(summary);
  });
});

it('every file with rules for hosts is kept from readers, and no page is', () => {
  const isKept = (path: string) => new RegExp(forHosts('')).test(path);
  expect(Object.keys(RULE_FILES).filter((file) => !isKept(`/${file}`))).toEqual([]);
  expect(['/', '/hosting', '/articles/_headers/', '/_search/en/index.bin'].filter(isKept)).toEqual([]);
});
