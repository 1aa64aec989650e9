import { ENTRY_FILE } from '#src/search/index-format.ts';
import { serveSite } from '../../scripts/shared/static-server.ts';
import { attribute, elementsOf, parsePage, textOf } from './html.ts';

/** What a walk through a site found. */
export interface Crawl {
  /** The paths of all that was asked for, pages and files, with status 200. */
  found: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  /** `from → address: status` of what is not there. */
  dead: readonly string[];
  /** The same of addresses on the host that are not below the site. */
  outside: readonly string[];
}

/**
 * Walks through a site as a browser and a search engine would, from its front page, over every link, picture, style, font, feed
 * and sitemap, and asks its host for each.
 * @param site the address for which it was built: full addresses of it are asked of the host too
 */
export async function crawl(folder: string, site: string): Promise<Crawl> {
  const { origin, address: home, close } = await serveSite(folder, 0);
  const below = new URL(site).pathname;
  const seen = new Set<string>();
  const found = new Set<string>();
  const pages = new Set<string>();
  const dead: string[] = [];
  const outside: string[] = [];
  const waiting = [home, new URL('robots.txt', home).href, new URL('sitemap-index.xml', home).href];
  for (const address of waiting) seen.add(address);
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const from = new URL(at).pathname;
    const answer = await fetch(at);
    const text = await answer.text();
    if (answer.status === 200) found.add(from);
    const type = answer.headers.get('content-type') ?? '';
    if (type.includes('html')) pages.add(from);
    for (const address of addressesIn(text, type)) {
      const url = URL.parse(address.replace(new URL(site).origin, origin), at);
      if (url?.origin !== origin) continue;
      url.hash = '';
      url.search = '';
      if (seen.has(url.href)) continue;
      if (!url.pathname.startsWith(below)) {
        outside.push(`${from} → ${address}`);
        continue;
      }
      seen.add(url.href);
      const { status } = await fetch(url, { method: 'HEAD' });
      if (status === 200) waiting.push(url.href);
      else dead.push(`${from} → ${address}: ${status}`);
    }
  }
  await close();
  return { found, pages, dead, outside };
}

function addressesIn(text: string, type: string): string[] {
  if (type.includes('css')) return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address);
  if (type.includes('xml'))
    return [...text.matchAll(/<(?:loc|link|url)>([^<]+)<|\shref="([^"]+)"/g)].map(([, one, two]) => one ?? two ?? '');
  if (type.includes('plain')) return [...text.matchAll(/^Sitemap: (\S+)/gm)].map(([, address = '']) => address);
  if (!type.includes('html')) return [];
  return elementsOf(parsePage(text)).flatMap((element) => {
    const plain = ['href', 'src', 'action'].flatMap((name) => attribute(element, name) ?? []);
    const set = (attribute(element, 'srcset') ?? '').split(',').flatMap((one) => one.trim().split(/\s+/)[0] || []);
    const index = attribute(element, 'data-index');
    const refresh = /url=(.*)/.exec(attribute(element, 'content') ?? '')?.[1];
    const data = element.tagName === 'script' ? [...textOf(element).matchAll(/"(https?:[^"]+)"/g)] : [];
    const isCard = /^og:(?:url|image)$/.test(attribute(element, 'property') ?? '');
    return [
      ...plain,
      ...set,
      ...(index === undefined ? [] : [index + ENTRY_FILE]),
      ...(refresh === undefined ? [] : [refresh]),
      ...data.map(([, address = '']) => address),
      ...(isCard ? [attribute(element, 'content') ?? ''] : []),
    ];
  });
}
