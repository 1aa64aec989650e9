import { decodeHTMLAttribute, decodeXML } from 'entities/decode';
import { ENTRY_FILE } from '#src/search/index-format.ts';

/** An address that a file of the site names. */
export interface Reference {
  /** With character references resolved. */
  address: string;
  /** What it is in: an attribute's name, `style`, `loc`. */
  field: string;
  /** Characters from the start of the text. */
  offset: number;
}

/** What the checks need of a page. */
interface PageReferences {
  references: Reference[];
  /** What `#…` can lead to. */
  ids: Set<string>;
}

/**
 * A comment, an element in which tags are text, or a tag with its attributes. Enough of HTML for pages that a compiler wrote
 * and a validator has passed, and ten times as fast as a parser.
 */
const PIECE =
  /<!--[\s\S]*?-->|<(script|style|title|textarea)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/\1\s*>|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

const PLAIN = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'background', 'data-index']);
const SETS = new Set(['srcset', 'imagesrcset']);
const CARDS = new Set(['og:image', 'og:url', 'twitter:image']);

/** Everything that a page names: in attributes, source sets, styles, cards for other sites and structured data. */
export function pageReferences(html: string): PageReferences {
  const references: Reference[] = [];
  const ids = new Set<string>();
  for (const piece of html.matchAll(PIECE)) {
    const [, rawName, rawAttributes, text = '', name, attributes] = piece;
    const all = rawAttributes ?? attributes;
    if (all === undefined) continue;
    const start = piece.index + 1 + (rawName ?? name ?? '').length;
    readTag(all, start, references, ids);
    if (!rawName) continue;
    const textStart = start + all.length + 1;
    const kind = rawName.toLowerCase();
    if (kind === 'style') references.push(...styleReferences(text, textStart));
    else if (kind === 'script' && all.includes('ld+json')) references.push(...dataReferences(text, textStart));
  }
  return { references, ids };
}

function readTag(attributes: string, start: number, references: Reference[], ids: Set<string>): void {
  let card: string | undefined;
  let content: Reference | undefined;
  for (const match of attributes.matchAll(ATTRIBUTE)) {
    const [whole, name = '', quoted, single, bare] = match;
    const field = name.toLowerCase();
    const raw = quoted ?? single ?? bare ?? '';
    const offset = start + match.index + whole.lastIndexOf(raw);
    const value = decodeHTMLAttribute(raw);
    if (PLAIN.has(field)) {
      // A page names a folder of the search index; this is the first file that is loaded from it.
      const address = field === 'data-index' ? `${value}${ENTRY_FILE}` : value.trim();
      references.push({ address, field, offset });
    } else if (SETS.has(field)) {
      for (const candidate of value.split(',')) {
        const [address] = candidate.trim().split(/\s+/);
        if (address) references.push({ address, field, offset });
      }
    } else if (field === 'style') references.push(...styleReferences(value, offset));
    else if (field === 'id') ids.add(value);
    else if (field === 'property' || field === 'name') card = CARDS.has(value) ? value : card;
    else if (field === 'content') content = { address: value.trim(), field: '', offset };
  }
  if (card !== undefined && content) references.push({ ...content, field: card });
}

/** The addresses in a style: pictures, fonts, other styles. */
export function styleReferences(css: string, start = 0): Reference[] {
  return [...css.matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3/g)].map((match) => ({
    address: match[2] ?? match[4] ?? '',
    field: 'style',
    offset: start + match.index,
  }));
}

/** The other modules that a built script loads before it runs. */
export function scriptReferences(code: string): Reference[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.{0,2}\/[^"'\n]+\.m?js)["']/g)].map((match) => ({
    address: match[1] ?? '',
    field: 'import',
    offset: match.index,
  }));
}

/** The addresses in a feed or sitemap. */
export function feedReferences(xml: string): Reference[] {
  const found = [...xml.matchAll(/<((?:\w+:)?(?:loc|link|url|icon|logo))>([^<]*)<\/|\s(href|url)="([^"]*)"/g)];
  return found.map((match) => ({
    address: decodeXML(match[2] ?? match[4] ?? '').trim(),
    field: match[1] ?? match[3] ?? '',
    offset: match.index,
  }));
}

function dataReferences(json: string, start: number): Reference[] {
  return [...json.matchAll(/"(https?:\\?\/\\?\/[^"\s]*)"/g)].map((match) => ({
    address: (match[1] ?? '').replaceAll('\\/', '/'),
    field: 'structured data',
    offset: start + match.index,
  }));
}

/** Line and column of a character, from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
