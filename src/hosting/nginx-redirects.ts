import { encoded, pageFileOf, spellings, type HostRules } from './host-rules.ts';

/** Bytes beside a key in a bucket of nginx's hash: a pointer, a length, and what aligns them. */
const BUCKET_OVERHEAD = 64;

/** nginx's buckets are whole cache lines. */
const CACHE_LINE = 64;

/**
 * Two maps for nginx, to be included in `http { }`: `$moved_to` for 301, `$withdrawn_notice` for 410; both empty where an
 * address is neither. The room's README has what belongs into `server { }`.
 *
 * nginx compares texts in a map without regard to capitals, and refuses two that differ in nothing else. All addresses of
 * ours are in small letters: an alias in capitals could match the page it leads to, round and round, and so is compared as
 * a regular expression. Those are tried one after another, but only where no text fits.
 * @see https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function nginxRedirects({ moved, gone }: HostRules): string {
  const movedKeys = keysOf(moved.map(({ from, to }) => ({ from, value: encoded(to) })));
  const goneKeys = keysOf(gone.map(({ from, notice }) => ({ from, value: pageFileOf(notice) })));
  const longest = Math.max(0, ...[...movedKeys, ...goneKeys].map(({ key }) => Buffer.byteLength(key)));
  const count = Math.max(movedKeys.length, goneKeys.length);
  return [
    '# Include this in http { }; nginx reads it when it is started or reloaded.',
    `map_hash_bucket_size ${CACHE_LINE * Math.ceil((longest + BUCKET_OVERHEAD) / CACHE_LINE)};`,
    `map_hash_max_size ${Math.max(2048, 2 ** Math.ceil(Math.log2(4 * count + 1)))};`,
    map('$moved_to', movedKeys),
    map('$withdrawn_notice', goneKeys),
    '',
  ].join('\n');
}

interface MapEntry {
  /** As it stands in the map, without quotation marks. */
  key: string;
  value: string;
}

function keysOf(rules: readonly { from: string; value: string }[]): MapEntry[] {
  const keys = new Map<string, string>();
  for (const { from, value } of rules) {
    for (const path of spellings(from)) {
      const key = path === path.toLowerCase() ? path : `~^${path.replace(/[.+]/g, String.raw`\$&`)}$`;
      if (!keys.has(key)) keys.set(key, value);
    }
  }
  return [...keys].map(([key, value]) => ({ key, value }));
}

function map(variable: string, entries: readonly MapEntry[]): string {
  const rows = entries.map(({ key, value }) => `  "${key}" "${value}";`);
  return [`map $uri ${variable} {`, '  default "";', ...rows, '}'].join('\n');
}
