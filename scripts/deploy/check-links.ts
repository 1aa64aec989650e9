import { decodedAddress } from '#src/schemas/decoded-address.ts';
import { absoluteUrl, pathBelowHost, sitePath } from '#src/urls.ts';
import { ownUrl, partOf } from '#src/written-urls.ts';
import { addressOf, fileAt } from './addresses.ts';
import type { Findings } from './findings.ts';
import {
  feedReferences,
  pageReferences,
  positionAt,
  scriptReferences,
  styleReferences,
  type Reference,
} from './page-references.ts';
import type { FileDigest } from './site-files.ts';
import type { FindWritten } from './written-links.ts';

/** A site as the checks see it. */
export interface SiteUnderCheck {
  has: (file: string) => boolean;
  read: (file: string) => string;
  bytes: (file: string) => Buffer;
  files: ReadonlyMap<string, FileDigest>;
  /** The site's address, with its trailing slash. */
  origin: string;
  /** By the address of a withheld article: why it is withheld. */
  withheld: ReadonlyMap<string, string>;
  /** If the newsroom is known. */
  findWritten?: FindWritten | undefined;
}

/** What is wrong with an address. The remedy is given if it does not depend on where the address is. */
interface Fault {
  reason: string;
  remedy?: string;
}

/**
 * Finds every address on the site's own origin that leads nowhere: in pages, styles, scripts, feeds and sitemaps.
 * @param files those to read
 * @param onFile receives how many are done
 */
export function checkLinks(
  site: SiteUnderCheck,
  files: readonly string[],
  findings: Findings,
  onFile: (done: number) => void,
): void {
  const own = new URL(site.origin);
  const below = pathBelowHost(site.origin);
  const idsOf = new Map<string, ReadonlySet<string>>();
  const faults = new Map<string, Fault | undefined>();

  const faultOf = (path: string): Fault | undefined => {
    if (!faults.has(path)) faults.set(path, pathFault(site, path));
    return faults.get(path);
  };

  for (const [index, file] of files.entries()) {
    onFile(index + 1);
    const text = site.read(file);
    const base = absoluteUrl(site.origin, addressOf(file));
    const page = file.endsWith('.html') ? pageReferences(text) : undefined;

    const idFault = (pathname: string, hash: string, { field }: Reference): Fault | undefined => {
      // In structured data `#…` names a thing, not a part of a page.
      const part = partOf(hash);
      if (part === '' || field === 'structured data') return undefined;
      const target = fileAt(decodedAddress(pathname) ?? pathname);
      if (!target.endsWith('.html')) return undefined;
      // Most ids that are linked to are in the page itself; only those of other pages are remembered.
      const isOwn = page !== undefined && target === file;
      const ids = isOwn ? page.ids : (idsOf.get(target) ?? pageReferences(site.read(target)).ids);
      if (!isOwn) idsOf.set(target, ids);
      const id = decodedAddress(part);
      if (id !== undefined && (ids.has(id) || id === 'top')) return undefined;
      return {
        reason: `leads to an id that ${pathname} does not have`,
        remedy: 'correct or remove what follows the #',
      };
    };

    for (const reference of page?.references ?? otherReferences(file, text)) {
      const { address, field, offset } = reference;
      const url = URL.parse(address, base);
      const path = url ? sitePath(below, url.pathname) : undefined;
      if (url && url.origin !== own.origin && !ownUrl(url.href, own.href, [own.href])) continue;
      // The host may have other sites, to which full addresses lead.
      if (url && path === undefined && !/^\/(?!\/)/.test(address)) continue;
      const fault = url
        ? path === undefined
          ? { reason: 'leads out of the site' }
          : (faultOf(path) ?? idFault(path, url.hash, reference))
        : { reason: 'is not a valid address' };
      if (!fault) continue;
      const { reason, remedy = remedyFor(field) } = fault;
      const place = site.findWritten?.(file, sitePath(below, address) ?? address) ?? {
        file,
        ...positionAt(text, offset),
      };
      findings.add({ ...place, field, value: address, reason, remedy });
    }
  }
}

/** Whether a file is of a kind that names others. */
export function namesOthers(file: string): boolean {
  return /\.(?:html|css|m?js|xml)$/.test(file);
}

function otherReferences(file: string, text: string): Reference[] {
  if (file.endsWith('.css')) return styleReferences(text);
  if (file.endsWith('.xml')) return feedReferences(text);
  return scriptReferences(text);
}

function pathFault(site: SiteUnderCheck, path: string): Fault | undefined {
  const plain = decodedAddress(path);
  if (plain === undefined) return { reason: 'is not a valid address: its % escapes are wrong' };
  if (site.has(fileAt(plain))) return undefined;
  const withheld = site.withheld.get(plain);
  if (withheld !== undefined) {
    const remedy = 'take the link out of the text, or publish the article';
    return { reason: `leads to a withheld article (${withheld})`, remedy };
  }
  if (!plain.endsWith('/') && site.has(`${plain.slice(1)}/index.html`)) {
    return { reason: 'leads to a page without the slash at its end', remedy: 'end the address with a slash' };
  }
  return { reason: 'leads nowhere: the site has no such file' };
}

function remedyFor(field: string): string {
  return field === 'href' || field === 'action'
    ? 'correct the address in the text or template that names it'
    : 'build again; if it is still missing, fix the template that names it';
}
