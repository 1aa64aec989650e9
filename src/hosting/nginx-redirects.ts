import { encodedPath, pageFileOf, quotedPath, slashVariants, type HostRules } from './host-rules.ts';

/** Bytes besides the key in a bucket of nginx's hash: a pointer, a length, padding. */
const BUCKET_OVERHEAD = 64;

/** nginx's buckets are whole cache lines. */
const CACHE_LINE = 64;

/**
 * Two maps for nginx, to be included in `http { }`: `$moved_to` for 301, `$withdrawn_notice` for 410; both are empty for other
 * addresses. nginx.md shows what belongs into `server { }`.
 *
 * nginx ignores case when it compares a map's strings, and refuses two that differ in case only. This site's own addresses are
 * in lower case: an alias with capitals could match the page it redirects to, in a loop, so it is written as a regular
 * expression. nginx tries those one after another, after the strings.
 * @see https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function nginxRedirects({ below, redirects, gone }: HostRules): string {
  const redirectKeys = keysOf(
    redirects.map(({ from, to }) => ({ from, value: encodedPath(to) })),
    below,
  );
  const goneKeys = keysOf(
    gone.map(({ from, notice }) => ({ from, value: pageFileOf(notice) })),
    below,
  );
  const longest = Math.max(0, ...[...redirectKeys, ...goneKeys].map(({ key }) => Buffer.byteLength(key)));
  const count = Math.max(redirectKeys.length, goneKeys.length);
  return [
    '# Include this in http { }; nginx reads it when it is started or reloaded.',
    `map_hash_bucket_size ${CACHE_LINE * Math.ceil((longest + BUCKET_OVERHEAD) / CACHE_LINE)};`,
    `map_hash_max_size ${Math.max(2048, 2 ** Math.ceil(Math.log2(4 * count + 1)))};`,
    map('$moved_to', redirectKeys),
    map('$withdrawn_notice', goneKeys),
    '',
  ].join('\n');
}

interface MapEntry {
  /** As written in the map, without quotation marks. */
  key: string;
  value: string;
}

function keysOf(rules: readonly { from: string; value: string }[], below: string): MapEntry[] {
  const keys = new Map<string, string>();
  for (const { from, value } of rules) {
    for (const path of slashVariants(from)) {
      const own = path.slice(below.length);
      const key = own === own.toLowerCase() ? path : `~^${quotedPath(path)}$`;
      if (!keys.has(key)) keys.set(key, value);
    }
  }
  return [...keys].map(([key, value]) => ({ key, value }));
}

function map(variable: string, entries: readonly MapEntry[]): string {
  const rows = entries.map(({ key, value }) => `  "${key}" "${value}";`);
  return [`map $uri ${variable} {`, '  default "";', ...rows, '}'].join('\n');
}
