import { elementsIn, type HtmlRoot } from './html-tree.ts';

/** Aligns table cells by class: the site's Content-Security-Policy blocks style attributes. */
export function alignCells(root: HtmlRoot): void {
  for (const { node } of elementsIn(root)) {
    if (node.tagName !== 'td' && node.tagName !== 'th') continue;
    const side = /text-align:\s*(left|center|right)/.exec(String(node.properties['style'] ?? ''))?.[1];
    if (side) node.properties = { ...node.properties, style: undefined, className: [`align-${side}`] };
  }
}
