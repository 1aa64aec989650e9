/** Reads the addresses that editors write: where they lead, and how a page may name them. `urls.ts` makes the paper's own. */
import { pathBelowHost, sitePath } from './urls.ts';

/** Ports that a browser leaves out of an address, or that a server redirects to the other one. */
const USUAL_PORTS = new Set(['', '80', '443']);

/** A host as people remember it: without `www.` and without the dot at the end that the whole name has. */
const plainHost = (host: string) => host.replace(/^www\./, '').replace(/\.$/, '');

/**
 * An address as a browser reads it on a page: in full, with all escapes that it needs; as it is if it is no address.
 * @param page a full address
 */
export function fullAddress(address: string, page: string): string {
  return URL.parse(address.replace(/%(?![\da-f]{2})/gi, '%25'), page)?.href ?? address;
}

/** What no path, query or fragment can have as it is (RFC 3986), though browsers put up with it. */
const UNSAFE = /[^\w.~:/?#@!$&'()*+,;=%-]/g;

/** A full address as HTML may have it: with an escape for every sign that needs one. */
export function safeAddress(address: string): string {
  const url = fullAddress(address, NO_HOST);
  // A host may have brackets: https://[2001:db8::1]/
  const host = /^[a-z]+:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
  const [path = '', ...fragment] = url.slice(host.length).split('#');
  const rest = fragment.length > 0 ? `${path}#${fragment.join('%23')}` : path;
  return host + rest.replace(UNSAFE, (sign) => encodeURIComponent(sign));
}

/** A host that no address has, to find out whether one is a path. */
const NO_HOST = 'http://path.invalid';

/**
 * Reads an address by where it leads, in any of its forms: `https://`, `http://`, `//`, a path, with or without `www.`, in any
 * case, with or without the usual port. Paths are read as editors write them: from the site's front page, wherever that is.
 * @param from the page it is written on: a full address
 * @param sites the addresses at which this site is
 * @returns an address whose path is one of the site; undefined if it leads to another site, or is no web address
 */
export function ownUrl(address: string, from: string, sites: readonly string[]): URL | undefined {
  const written = URL.parse(address, from);
  if (!written || !/^https?:$/.test(written.protocol)) return undefined;
  for (const site of sites) {
    const home = new URL(site);
    const below = pathBelowHost(site);
    if (below && isPath(address)) {
      const page = new URL(from);
      return new URL(address, new URL(sitePath(below, page.pathname) ?? page.pathname, home));
    }
    if (!isSameHost(written, home)) continue;
    const path = sitePath(below, written.pathname);
    if (path === undefined) continue;
    // Not by setting the path of an address with another: two slashes at its start would be taken for a host.
    return below ? new URL(written.origin + path + written.search + written.hash) : written;
  }
  return undefined;
}

/** Whether an address names no host. */
const isPath = (address: string) => !URL.canParse(address) && URL.parse(address, NO_HOST)?.origin === NO_HOST;

function isSameHost(one: URL, { hostname, port }: URL): boolean {
  const isSamePort = one.port === port || (USUAL_PORTS.has(one.port) && USUAL_PORTS.has(port));
  return isSamePort && plainHost(one.hostname) === plainHost(hostname);
}

/** A path without the file's name that hosts add by themselves: `/x/index.html` is `/x/`, even with escapes. */
export function withoutIndex(path: string): string {
  const end = path.lastIndexOf('/') + 1;
  const name = path
    .slice(end)
    .replace(/%([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return name === 'index.html' ? path.slice(0, end) : path;
}

/**
 * What a link's `#…` names, without what only shows words of it: `#tickets:~:text=cheap` (wicg.github.io/scroll-to-text-fragment).
 * @param hash with its `#`, or ''
 */
export const partOf = (hash: string) => hash.replace(/^#/, '').replace(/:~:.*$/s, '');
