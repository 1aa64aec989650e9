import { absoluteUrl } from '#src/urls.ts';
import { fullAddress } from '#src/written-urls.ts';
import { element, parseHtml, type HtmlElement, type HtmlNode, type HtmlRoot } from './html-tree.ts';
import { writeHtml } from './write-html.ts';

/**
 * What readers elsewhere keep of HTML: the allow-list of Miniflux, a strict feed reader, which e-mail programs and other readers
 * keep as well (miniflux.app, internal/reader/sanitizer). Attributes by element; class, style and id go everywhere.
 */
const KEPT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    ...Object.fromEntries(
      ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr', 'blockquote', 'figure', 'figcaption', 'ul', 'dl', 'dt', 'dd']
        .concat(['table', 'caption', 'tr', 'br', 'b', 'em', 'i', 'strong', 'sub', 'sup', 's', 'u', 'small', 'q'])
        .concat(['cite', 'code', 'kbd', 'var', 'wbr'])
        .map((name) => [name, []]),
    ),
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    th: ['colSpan', 'rowSpan'],
    td: ['colSpan', 'rowSpan'],
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    abbr: ['title'],
    dfn: ['title'],
    time: ['dateTime'],
    del: ['dateTime'],
    ins: ['dateTime'],
  }),
);

/** Written as another element, because readers elsewhere would show it as plain text. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['mark', 'strong'],
  ['samp', 'code'],
]);

/** Elements whose tags can be as they are, without attributes: a body with no others needs no work. */
const ONLY_PLAIN = /^(?:[^<]|<\/?(?:p|em|strong|ul|ol|li|blockquote|h[2-6]|br|hr|code|pre)>)*$/;

/** The place at the start of most articles, whose element has no meaning elsewhere. */
const DATELINE = /^<p><span class="dateline">([^<]*)<\/span>/;

/**
 * An article's body for readers elsewhere: feeds, mail. Full addresses, pictures with their words, embeds and footnotes as links; no
 * class, style or id. Elements that others drop are written as what they keep.
 * @param html what `renderBody` made for the page
 * @param where `page`: the page's full address; `site`: the site's; undefined if it is read on the site itself, where its paths lead
 */
export function portableHtml(html: string, { page, site }: { page: string; site: string | undefined }): string {
  const undated = html.replace(DATELINE, '<p>$1');
  if (ONLY_PLAIN.test(undated)) return undated;
  const address = (value: string) =>
    value.startsWith('/') && !value.startsWith('//') ? fromSite(site, value) : fullAddress(value, page);
  const root = parseHtml(undated);
  root.children = root.children.flatMap((child) => portable(child, address)) as HtmlRoot['children'];
  return writeHtml(root);
}

/** A path of the site, for readers who are elsewhere. @param site undefined if they are not */
const fromSite = (site: string | undefined, path: string) => (site === undefined ? path : absoluteUrl(site, path));

function portable(node: HtmlNode, address: (value: string) => string): HtmlNode[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  // Leads from a footnote back into the page's text, which is elsewhere.
  if (properties['dataFootnoteBackref'] !== undefined) return [];
  if (tagName === 'input') return [text(properties['checked'] ? '☑' : '☐')];
  const inside = node.children.flatMap((child) => portable(child, address)) as HtmlElement['children'];
  if (tagName === 'summary') return [element('p', {}, [element('strong', {}, inside)])];
  const className = properties['className'];
  const isOfClass = (name: string) => Array.isArray(className) && className.includes(name);
  if (isOfClass('credit')) return [element('small', {}, inside)];
  // An embed's title, below its picture.
  if (isOfClass('embed-title')) return [element('br', {}, []), ...inside];
  if (isOfClass('footnotes')) return [element('hr', {}, []), ...inside];
  const name = INSTEAD.get(tagName) ?? tagName;
  const attributes = KEPT.get(name);
  if (!attributes) return inside.map((child) => inLanguageOf(node, child));
  if (isOfClass('embed-link'))
    inside.splice(
      0,
      inside.findIndex((child) => !isLineBreak(child)),
    );
  return [element(name, propertiesOf(node, attributes, address), inside)];
}

/** A child of an element that is left out, with the element's language and direction of writing unless it has its own. */
function inLanguageOf({ properties: { lang, dir } }: HtmlElement, child: HtmlElement['children'][number]) {
  if (child.type !== 'element') return child;
  const given = { ...(lang && { lang }), ...(dir && { dir }) };
  return { ...child, properties: { ...given, ...child.properties } };
}

const text = (value: string): HtmlNode => ({ type: 'text', value });
const isLineBreak = (node: HtmlNode) => node.type === 'element' && node.tagName === 'br';

function propertiesOf(
  { tagName, properties }: HtmlElement,
  attributes: readonly string[],
  address: (value: string) => string,
): HtmlElement['properties'] {
  const kept: HtmlElement['properties'] = {};
  for (const name of [...attributes, 'lang', 'dir']) {
    const value = properties[name];
    if (value === undefined || value === null) continue;
    kept[name] = name === 'href' || name === 'src' ? address(String(value)) : value;
  }
  // What somebody paid for says so wherever it is read.
  const { rel } = properties;
  if (tagName === 'a' && (Array.isArray(rel) ? rel : String(rel ?? '').split(' ')).includes('sponsored'))
    kept['rel'] = ['sponsored'];
  return kept;
}
