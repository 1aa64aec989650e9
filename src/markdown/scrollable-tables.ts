import { element, elementsIn, replaceChild, type HtmlRoot } from './html-tree.ts';

/** A wide table scrolls in its own frame, which keys can reach, instead of widening the page on a phone. */
export function frameTables(root: HtmlRoot): void {
  for (const { node, parent } of [...elementsIn(root)]) {
    if (node.tagName !== 'table') continue;
    replaceChild(parent, node, element('div', { className: ['table-frame'], tabIndex: 0, role: 'group' }, [node]));
  }
}
