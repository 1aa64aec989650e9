import { addressOf, fileAt } from './addresses.ts';
import type { FileDigest } from './site-files.ts';
import type { Findings } from './findings.ts';
import {
  feedReferences,
  pageReferences,
  positionAt,
  scriptReferences,
  styleReferences,
  type Reference,
} from './page-references.ts';

/** A site as the checks see it: what is there, and what it holds. */
export interface SiteUnderCheck {
  has: (file: string) => boolean;
  read: (file: string) => string;
  bytes: (file: string) => Buffer;
  files: ReadonlyMap<string, FileDigest>;
  /** The site's own, with its trailing slash. */
  origin: string;
  /** Why a story has no page, by its address, for those that are withheld. */
  withheld: ReadonlyMap<string, string>;
}

/**
 * Finds every address on the site's own origin that leads nowhere: in pages, styles, scripts, feeds and sitemaps.
 * @param files those to look into
 * @param onFile told how many are done
 */
export function checkLinks(
  site: SiteUnderCheck,
  files: readonly string[],
  findings: Findings,
  onFile: (done: number) => void,
): void {
  const own = new URL(site.origin);
  const idsOf = new Map<string, Set<string>>();
  const known = new Map<string, string | undefined>();

  /** What is wrong with a path; undefined where a file answers it. */
  const fault = (path: string): string | undefined => {
    if (known.has(path)) return known.get(path);
    const reason = faultOf(site, path);
    known.set(path, reason);
    return reason;
  };

  for (const [index, file] of files.entries()) {
    onFile(index + 1);
    const text = site.read(file);
    const base = new URL(addressOf(file), own);
    const page = file.endsWith('.html') ? pageReferences(text) : undefined;
    for (const reference of page?.references ?? otherReferences(file, text)) {
      const url = URL.parse(reference.address, base);
      if (!url || url.origin !== own.origin) {
        if (!url) addFinding(findings, file, text, reference, 'is no address');
        continue;
      }
      const reason = fault(url.pathname);
      if (reason !== undefined) {
        addFinding(findings, file, text, reference, reason, site.withheld.has(url.pathname));
        continue;
      }
      // In structured data `#…` names a thing, not a part of a page.
      if (url.hash.length < 2 || reference.field === 'structured data') continue;
      const target = fileAt(decoded(url.pathname) ?? url.pathname);
      if (!target.endsWith('.html')) continue;
      // Most parts that are named are the page's own; of others’, only those that are named are remembered.
      const isOwn = page !== undefined && target === file;
      const ids = isOwn ? page.ids : (idsOf.get(target) ?? pageReferences(site.read(target)).ids);
      if (!isOwn) idsOf.set(target, ids);
      const id = decoded(url.hash.slice(1));
      if (id !== undefined && (ids.has(id) || id === 'top')) continue;
      addFinding(findings, file, text, reference, `leads to a part that ${url.pathname} does not have`);
    }
  }
}

/** The kinds of files that name others. */
export function namesOthers(file: string): boolean {
  return /\.(?:html|css|m?js|xml)$/.test(file);
}

function otherReferences(file: string, text: string): Reference[] {
  if (file.endsWith('.css')) return styleReferences(text);
  if (file.endsWith('.xml')) return feedReferences(text);
  // The search engine's own scripts build their addresses as they run.
  return file.startsWith('pagefind/') ? [] : scriptReferences(text);
}

function faultOf(site: SiteUnderCheck, path: string): string | undefined {
  const plain = decoded(path);
  if (plain === undefined) return 'is no address: its % signs are wrong';
  if (site.has(fileAt(plain))) return undefined;
  const reason = site.withheld.get(plain);
  if (reason !== undefined) return `leads to a story that is ${reason}`;
  if (!plain.endsWith('/') && site.has(`${plain.slice(1)}/index.html`)) return 'leads to a page without its last slash';
  return 'leads nowhere: the site has no such file';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function addFinding(
  findings: Findings,
  file: string,
  text: string,
  { address, field, offset }: Reference,
  reason: string,
  isWithheld = false,
): void {
  findings.add({
    severity: 'error',
    file,
    ...positionAt(text, offset),
    field,
    value: JSON.stringify(address),
    reason,
    remedy: remedyFor(reason, field, isWithheld),
    isLeak: false,
  });
}

function remedyFor(reason: string, field: string, isWithheld: boolean): string {
  if (isWithheld) return 'take the link out of the text, or publish that story';
  if (reason.includes('last slash')) return 'end the address with a slash';
  if (reason.startsWith('leads to a part')) return 'correct what follows the #, or take it away';
  if (field === 'href' || field === 'action') return 'correct the address in the text or template that names it';
  return 'build again; where it is still missing, the template that names it is at fault';
}
