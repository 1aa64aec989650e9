import { parseHtml, textOf, type HtmlElement, type HtmlNode, type HtmlRoot } from '#src/markdown/html-tree.ts';

const BLOCKS = new Set(
  'p div figure figcaption caption ul ol dl li dt dd blockquote pre table tr hr h1 h2 h3 h4 h5 h6'.split(' '),
);

/**
 * HTML that travels as lines of plain text: every paragraph, item and row has a line of its own, and below it each address that it
 * leads to. Pictures are told by their words.
 * @param html {@link file://../markdown/portable-html.ts}
 * @returns paragraphs, to be parted by empty lines; those of a list or table are one
 */
export function htmlLines(html: string): string[] {
  return blocksOf(parseHtml(html)).filter((block) => block.trim() !== '');
}

function blocksOf(parent: HtmlElement | HtmlRoot): string[] {
  const blocks: string[] = [];
  let inline: HtmlNode[] = [];
  const flush = () => {
    const paragraph = paragraphOf(inline);
    if (paragraph) blocks.push(paragraph);
    inline = [];
  };
  for (const child of parent.children) {
    if (child.type !== 'element' || !BLOCKS.has(child.tagName)) {
      inline.push(child);
      continue;
    }
    flush();
    blocks.push(...blockOf(child));
  }
  flush();
  return blocks;
}

function blockOf(node: HtmlElement): string[] {
  switch (node.tagName) {
    case 'hr':
      return ['* * *'];
    case 'pre':
      return [textOf(node).replace(/\n$/, '')];
    case 'ul':
    case 'ol':
      return [itemsOf(node)];
    case 'table':
      return [rowsOf(node)];
    case 'blockquote':
      return [blocksOf(node).join('\n\n').replace(/^/gm, '> ')];
    default:
      return blocksOf(node);
  }
}

function itemsOf(list: HtmlElement): string {
  let number = Number(list.properties['start'] ?? 1);
  return list.children
    .filter((child): child is HtmlElement => child.type === 'element' && child.tagName === 'li')
    .map((item) => {
      const mark = list.tagName === 'ol' ? `${number++}. ` : '- ';
      return (
        mark +
        blocksOf(item)
          .join('\n')
          .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
      );
    })
    .join('\n');
}

function rowsOf(table: HtmlElement): string {
  const rows = [...elementsNamed(table, ['tr', 'caption'])].map((row) =>
    row.tagName === 'caption'
      ? paragraphOf(row.children)
      : [...elementsNamed(row, ['td', 'th'])].map((cell) => blocksOf(cell).join(' ').replaceAll('\n', ' ')).join(' | '),
  );
  return rows.join('\n');
}

function* elementsNamed(parent: HtmlElement, names: readonly string[]): Generator<HtmlElement> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (names.includes(child.tagName)) yield child;
    else yield* elementsNamed(child, names);
  }
}

/** A paragraph on one line, with the addresses of its links below. */
function paragraphOf(nodes: readonly HtmlNode[]): string {
  const addresses: string[] = [];
  const words = (node: HtmlNode): string => {
    if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return '\n';
    if (node.tagName === 'img') return `[${String(node.properties['alt'] ?? '')}]`;
    const inside = node.children.map(words).join('');
    const address = node.tagName === 'a' ? String(node.properties['href'] ?? '') : '';
    if (/^(?:https?|mailto|tel):/.test(address) && !inside.includes(address)) addresses.push(address);
    return node.tagName === 'q' ? `“${inside}”` : inside;
  };
  const lines = nodes.map(words).join('').split('\n');
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  return [...told, ...new Set(addresses)].join('\n');
}
