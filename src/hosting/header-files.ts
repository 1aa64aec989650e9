/** The files from which hosts read a site's headers: one function for each, rules → text. */
import { quotedPath } from './host-rules.ts';
import type { HeaderRules, Headers } from './site-headers.ts';

/** The files that are for hosts and not for readers, as a pattern: all of `RULE_FILES` in `host-files.ts`. */
const FOR_HOSTS = String.raw`/(?:_headers$|_redirects$|vercel\.json$|hosting/|\.ht)`;

/** The addresses of those files, as a pattern. @param below the path of the host below which the site is */
export const forHosts = (below: string) => `^${quotedPath(below)}${FOR_HOSTS}`;

/**
 * `_headers` for Netlify and Cloudflare Pages. Both let pages be revalidated each time by default; if two rules match, their
 * headers are joined.
 * @see docs.netlify.com/manage/routing/headers
 * @see developers.cloudflare.com/pages/configuration/headers
 */
export function headersFile({ below, everywhere, unchanging, unchangingCaching, types }: HeaderRules): string {
  const rule = (path: string, headers: Headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const caching = { 'Cache-Control': unchangingCaching };
  return `${[
    rule(`${below}/*`, everywhere),
    ...unchanging.map((folder) => rule(`${folder}*`, caching)),
    ...Object.entries(types).map(([ending, type]) => rule(`${below}/*${ending}`, { 'Content-Type': type })),
  ].join('\n\n')}\n`;
}

/** `vercel.json`. If several rules match a path, the last one's headers count. @see vercel.com/docs/project-configuration */
export function vercelFile({ below, everywhere, caching, unchanging, unchangingCaching, types }: HeaderRules): string {
  const listed = (headers: Headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));
  const headers = [
    { source: `${below}/(.*)`, headers: listed({ ...everywhere, 'Cache-Control': caching }) },
    ...unchanging.map((folder) => ({
      source: `${folder}(.*)`,
      headers: listed({ 'Cache-Control': unchangingCaching }),
    })),
    ...Object.entries(types).map(([ending, type]) => ({
      source: `${below}/(.*)${quotedPath(ending)}`,
      headers: listed({ 'Content-Type': type }),
    })),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** The headers' part of `.htaccess`, for Apache 2.4 with mod_headers. @see httpd.apache.org/docs/2.4/mod/mod_headers.html */
export function apacheHeaders({
  below,
  everywhere,
  caching,
  unchanging,
  unchangingCaching,
  types,
}: HeaderRules): string {
  return [
    `ErrorDocument 404 ${below}/404.html`,
    '<IfModule mod_headers.c>',
    ...Object.entries(everywhere).map(([name, value]) => `  Header always set ${name} "${value}"`),
    `  Header set Cache-Control "${caching}"`,
    `  <If "${unchanging.map((folder) => `%{REQUEST_URI} =~ m#^${quotedPath(folder)}#`).join(' || ')}">`,
    `    Header set Cache-Control "${unchangingCaching}"`,
    '  </If>',
    '</IfModule>',
    '<IfModule mod_mime.c>',
    ...Object.entries(types).map(([ending, type]) => `  AddType "${type}" ${ending}`),
    '</IfModule>',
    '<IfModule mod_alias.c>',
    `  RedirectMatch 404 "${forHosts(below)}"`,
    '</IfModule>',
    '',
  ].join('\n');
}

/**
 * To be included in nginx's `server { }`. All headers are in one place because a `location` with a header of its own loses those
 * of its `server`.
 * @see nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function nginxHeaders({ below, everywhere, caching, unchanging, unchangingCaching }: HeaderRules): string {
  return [
    `set $copies_are_good "${caching}";`,
    `if ($uri ~ "^(?:${unchanging.map(quotedPath).join('|')})") { set $copies_are_good "${unchangingCaching}"; }`,
    // Without `always`: a 404 for a picture must not be cached for a year.
    'add_header Cache-Control $copies_are_good;',
    ...Object.entries(everywhere).map(([name, value]) => `add_header ${name} "${value}" always;`),
    `location ~ "${forHosts(below)}" { return 404; }`,
    '',
  ].join('\n');
}

/**
 * For nginx's `http { }`, where it joins the list that is there: in a `server { }` it would replace that list.
 * @see nginx.org/en/docs/http/ngx_http_core_module.html#types
 */
export function nginxTypes({ types }: HeaderRules): string {
  const rows = Object.entries(types).map(([ending, type]) => `  "${type}" ${ending.slice(1)};`);
  return ['types {', ...rows, '}', ''].join('\n');
}
