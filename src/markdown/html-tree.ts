import { htmlToHast, type HastNode } from 'satteri';
import { nodesIn } from './nodes-in.ts';

/** A node of HTML as a tree (hast): element, text, comment. */
export type HtmlNode = HtmlRoot['children'][number];
export type HtmlRoot = Extract<HastNode, { type: 'root' }>;
export type HtmlElement = Extract<HastNode, { type: 'element' }>;
/** What has children. */
type HtmlParent = HtmlRoot | HtmlElement;

/** Parses HTML as a browser would, so that the steps see what a reader would get. */
export function parseHtml(html: string): HtmlRoot {
  const root = htmlToHast(html, { fragment: true });
  if (root.type !== 'root') throw new Error(`HTML was read as a ${root.type}`);
  return root;
}

/** A new element. Attributes have hast's names: `className`, `tabIndex`. */
export function element(
  tagName: string,
  properties: HtmlElement['properties'],
  children: HtmlElement['children'],
): HtmlElement {
  return { type: 'element', tagName, properties, children };
}

/** Every element with its parent, in document order. */
export function* elementsIn(root: HtmlRoot): Generator<{ node: HtmlElement; parent: HtmlParent }> {
  for (const { node, parent } of nodesIn<HtmlNode | HtmlRoot>(root)) {
    const isInHtml = parent?.type === 'root' || parent?.type === 'element';
    if (node.type === 'element' && isInHtml) yield { node, parent };
  }
}

/** The text of a node and its descendants. @param skips whether to leave an element's text out */
export function textOf(node: HtmlNode | HtmlRoot, skips?: (element: HtmlElement) => boolean): string {
  let text = '';
  const isSkipped = (inner: HtmlNode | HtmlRoot) => inner.type === 'element' && skips?.(inner) === true;
  for (const { node: inner } of nodesIn<HtmlNode | HtmlRoot>(node, isSkipped)) {
    if (inner.type === 'text') text += inner.value;
  }
  return text;
}

/** Replaces a child by other nodes. */
export function replaceChild(parent: HtmlParent, child: HtmlNode, ...nodes: HtmlElement['children']): void {
  const at = (parent.children as HtmlNode[]).indexOf(child);
  parent.children.splice(at, 1, ...nodes);
}
