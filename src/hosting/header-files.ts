/** The files from which hosts read a site's headers: one function for each, rules → text. */
import type { HeaderRules, Headers } from './site-headers.ts';

/**
 * `_headers` for Netlify and Cloudflare Pages. Both let pages be revalidated each time by default; if two rules match, their
 * headers are joined.
 * @see docs.netlify.com/manage/routing/headers
 * @see developers.cloudflare.com/pages/configuration/headers
 */
export function headersFile({ everywhere, unchanging, unchangingCaching }: HeaderRules): string {
  const rule = (path: string, headers: Headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const caching = { 'Cache-Control': unchangingCaching };
  return `${[rule('/*', everywhere), ...unchanging.map((folder) => rule(`${folder}*`, caching))].join('\n\n')}\n`;
}

/** `vercel.json`. If several rules match a path, the last one's headers count. @see vercel.com/docs/project-configuration */
export function vercelFile({ everywhere, caching, unchanging, unchangingCaching }: HeaderRules): string {
  const listed = (headers: Headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));
  const headers = [
    { source: '/(.*)', headers: listed({ ...everywhere, 'Cache-Control': caching }) },
    ...unchanging.map((folder) => ({
      source: `${folder}(.*)`,
      headers: listed({ 'Cache-Control': unchangingCaching }),
    })),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** The headers' part of `.htaccess`, for Apache 2.4 with mod_headers. @see httpd.apache.org/docs/2.4/mod/mod_headers.html */
export function apacheHeaders({ everywhere, caching, unchanging, unchangingCaching }: HeaderRules): string {
  return [
    'ErrorDocument 404 /404.html',
    '<IfModule mod_headers.c>',
    ...Object.entries(everywhere).map(([name, value]) => `  Header always set ${name} "${value}"`),
    `  Header set Cache-Control "${caching}"`,
    `  <If "${unchanging.map((folder) => `%{REQUEST_URI} =~ m#^${folder}#`).join(' || ')}">`,
    `    Header set Cache-Control "${unchangingCaching}"`,
    '  </If>',
    '</IfModule>',
    '',
  ].join('\n');
}

/**
 * To be included in nginx's `server { }`. All headers are in one place because a `location` with a header of its own loses those
 * of its `server`.
 * @see nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function nginxHeaders({ everywhere, caching, unchanging, unchangingCaching }: HeaderRules): string {
  return [
    `set $copies_are_good "${caching}";`,
    `if ($uri ~ "^(?:${unchanging.join('|')})") { set $copies_are_good "${unchangingCaching}"; }`,
    // Without `always`: a 404 for a picture must not be cached for a year.
    'add_header Cache-Control $copies_are_good;',
    ...Object.entries(everywhere).map(([name, value]) => `add_header ${name} "${value}" always;`),
    '',
  ].join('\n');
}
