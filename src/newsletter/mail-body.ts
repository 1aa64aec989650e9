import { element, parseHtml, type HtmlElement, type HtmlNode, type HtmlRoot } from '#src/markdown/html-tree.ts';
import { writeHtml } from '#src/markdown/write-html.ts';

/** In pixels: the width of a mail's text, and so of its pictures. */
export const TEXT_WIDTH = 552;

/**
 * What Gmail, Outlook, Apple Mail and Yahoo all show (caniemail.com; the table is in `tests/fixtures/mail-features.tsv`), with the
 * attributes it may have.
 */
const KEPT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    ...Object.fromEntries(
      'p h3 h4 h5 h6 br hr strong b em i u small code pre blockquote div ul li sub sup del table tr'
        .split(' ')
        .map((name) => [name, []]),
    ),
    ol: ['start'],
    td: ['colSpan', 'rowSpan'],
    a: ['href'],
    img: ['src', 'alt'],
  }),
);

/** Written as what is nearest and kept. A story's headline in a mail is of the second level, so that its own headings are below it. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['h2', 'h3'],
  ['h3', 'h4'],
  ['h4', 'h5'],
  ['h5', 'h6'],
  ['figure', 'div'],
  ['figcaption', 'p'],
  ['caption', 'p'],
  ['th', 'td'],
  ['dt', 'p'],
  ['dd', 'p'],
  ['ins', 'u'],
  ['s', 'del'],
  ['kbd', 'code'],
  ['var', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
]);

/**
 * An article's body, or an introduction, for a mail.
 * @param html HTML that travels: {@link file://../markdown/portable-html.ts}
 */
export function mailBody(html: string): string {
  const root = parseHtml(html);
  root.children = root.children.flatMap(forMail) as HtmlRoot['children'];
  return writeHtml(root);
}

function forMail(node: HtmlNode): HtmlNode[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const inside = node.children.flatMap(forMail) as HtmlElement['children'];
  const { tagName } = node;
  // A name in a list of definitions is bold.
  if (tagName === 'dt' || tagName === 'th') return [kept(node, [element('strong', {}, inside)])];
  // No program reads a caption within a table alike.
  if (tagName === 'table') return outOfTable(node, inside);
  if (tagName === 'q') return [{ type: 'text', value: '“' }, ...inside, { type: 'text', value: '”' }];
  const name = INSTEAD.get(tagName) ?? tagName;
  return KEPT.has(name) ? [kept(node, inside)] : inside;
}

function kept(node: HtmlElement, inside: HtmlElement['children']): HtmlElement {
  const name = INSTEAD.get(node.tagName) ?? node.tagName;
  const properties: HtmlElement['properties'] = {};
  for (const attribute of [...(KEPT.get(name) ?? []), 'lang', 'dir']) {
    const value = node.properties[attribute];
    if (value !== undefined && value !== null) properties[attribute] = value;
  }
  if (name === 'img') {
    const width = Number(node.properties['width']);
    properties['width'] = width > 0 ? Math.min(width, TEXT_WIDTH) : TEXT_WIDTH;
  }
  if (name === 'table') Object.assign(properties, { cellPadding: 4, cellSpacing: 0 });
  return element(name, properties, inside);
}

function outOfTable(node: HtmlElement, inside: HtmlElement['children']): HtmlNode[] {
  const isCaption = (child: HtmlNode) => child.type === 'element' && child.tagName === 'p';
  return [
    ...inside.filter(isCaption),
    kept(
      node,
      inside.filter((child) => !isCaption(child)),
    ),
  ];
}
