import { element, elementsIn, replaceChild, type HtmlRoot } from './html-tree.ts';

/** Puts each table into a frame that scrolls, also by keyboard, so that a wide table does not widen the page on a phone. */
export function frameTables(root: HtmlRoot): void {
  for (const { node, parent } of [...elementsIn(root)]) {
    if (node.tagName !== 'table') continue;
    replaceChild(parent, node, element('div', { className: ['table-frame'], tabIndex: 0, role: 'group' }, [node]));
  }
}
