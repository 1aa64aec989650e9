import { describe, expect, it } from 'vitest';
import { hostPolicy } from '#src/hosting/content-security-policy.ts';
import { apacheHeaders, headersFile, nginxHeaders, nginxTypes, vercelFile } from '#src/hosting/header-files.ts';
import { headersFor, siteHeaders } from '#src/hosting/site-headers.ts';

const rules = siteHeaders();
const files = new Map([
  ['_headers', headersFile(rules)],
  ['vercel.json', vercelFile(rules)],
  ['.htaccess', apacheHeaders(rules)],
  ['nginx-headers.conf', nginxHeaders(rules)],
]);
const text = (name: string) => files.get(name) ?? '';

describe('the headers of a file', () => {
  it('have for every file what the browser may do with it', () => {
    expect(headersFor(rules, '/articles/glass/')).toEqual({
      'Content-Security-Policy': hostPolicy(),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    });
  });

  it.each([
    ['/_astro/head.5zf6mAgU.css', 'public, max-age=31536000, immutable'],
    ['/_pictures/reef.0123456789abcdef.480x270.webp', 'public, max-age=31536000, immutable'],
    ['/_search/en/index.bin', 'no-cache'],
    ['/rss.xml', 'no-cache'],
    ['/x/_astro/', 'no-cache'],
  ])('let %s be cached for as long as it cannot change', (path, caching) => {
    expect(headersFor(rules, path)['Cache-Control']).toBe(caching);
  });
});

/** Those of the search index whose names change with their content. */
const SEARCH_FILES = ['en/words', 'en/articles', 'es/words', 'es/articles'].map((folder) => `/_search/${folder}/*`);

describe('the type of a calendar', () => {
  const below = siteHeaders('/my.paper');

  it('is sent with each, and with nothing else', () => {
    const typeOf = (path: string) => headersFor(below, path)['Content-Type'];
    expect(['/my.paper/events/calendar.ics', '/my.paper/es/eventos/tipo/musica/calendar.ics'].map(typeOf)).toEqual(
      Array(2).fill('text/calendar; charset=utf-8'),
    );
    expect(['/my.paper/events/', '/my.paper/rss.xml', '/my.paper/events/ics/'].map(typeOf)).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('is in the form of every host', () => {
    expect(headersFile(below)).toContain('\n\n/my.paper/*.ics\n  Content-Type: text/calendar; charset=utf-8\n');
    expect(apacheHeaders(below)).toContain('  AddType "text/calendar; charset=utf-8" .ics\n');
    expect(nginxTypes(below)).toBe('types {\n  "text/calendar; charset=utf-8" ics;\n}\n');
    const { headers } = JSON.parse(vercelFile(below)) as {
      headers: { source: string; headers: { key: string; value: string }[] }[];
    };
    const typed = headers.filter((rule) => rule.headers.some(({ key }) => key === 'Content-Type'));
    expect(typed).toEqual([
      {
        source: String.raw`/my.paper/(.*)\.ics`,
        headers: [{ key: 'Content-Type', value: 'text/calendar; charset=utf-8' }],
      },
    ]);
  });
});

describe('the files with headers for hosts', () => {
  it.each([...files.keys()])('%s has every header and the caching rules', (name) => {
    for (const [header, value] of Object.entries(rules.everywhere)) {
      expect(text(name)).toContain(header);
      expect(text(name)).toContain(value);
    }
    for (const folder of rules.unchanging) expect(text(name)).toContain(folder);
    expect(text(name)).toContain(rules.unchangingCaching);
    expect(text(name).endsWith('\n')).toBe(true);
  });

  it('_headers sets the caching of a file only once, since Netlify and Cloudflare join the headers of several rules', () => {
    const blocks = text('_headers').trim().split('\n\n');
    expect(blocks.map((block) => block.split('\n')[0])).toEqual([
      '/*',
      '/_astro/*',
      '/_pictures/*',
      ...SEARCH_FILES,
      '/*.ics',
    ]);
    expect(blocks[0]).not.toContain('Cache-Control');
    expect(
      text('_headers')
        .split('\n')
        .every((line) => line.length < 2_000),
    ).toBe(true);
  });

  it('vercel.json is JSON in which the last rule that matches counts', () => {
    const { headers } = JSON.parse(text('vercel.json')) as {
      headers: { source: string; headers: { key: string; value: string }[] }[];
    };
    const said = (path: string) =>
      headers
        .filter(({ source }) => new RegExp(`^${source}$`).test(path))
        .flatMap((rule) => rule.headers)
        .filter(({ key }) => key === 'Cache-Control')
        .at(-1)?.value;
    expect(said('/articles/glass/')).toBe('no-cache');
    expect(said('/_pictures/x.webp')).toBe('public, max-age=31536000, immutable');
  });

  it('no value has a quotation mark, which would end the string for Apache and nginx', () => {
    for (const value of Object.values(headersFor(rules, '/'))) expect(value).not.toMatch(/["$\\\n]/);
  });
});
