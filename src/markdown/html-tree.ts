import { htmlToHast, type HastNode } from 'satteri';

/** A node of HTML as a tree (hast): element, text, comment. */
export type HtmlNode = HtmlRoot['children'][number];
export type HtmlRoot = Extract<HastNode, { type: 'root' }>;
export type HtmlElement = Extract<HastNode, { type: 'element' }>;
/** What has children. */
export type HtmlParent = HtmlRoot | HtmlElement;

/** Reads HTML as a browser reads it within a page: what a reader would get is what the steps work on. */
export function parseHtml(html: string): HtmlRoot {
  const root = htmlToHast(html, { fragment: true });
  if (root.type !== 'root') throw new Error(`HTML was read as a ${root.type}`);
  return root;
}

/** An element of ours. Attributes are named as in hast: `className`, `tabIndex`. */
export function element(
  tagName: string,
  properties: HtmlElement['properties'],
  children: HtmlElement['children'],
): HtmlElement {
  return { type: 'element', tagName, properties, children };
}

/**
 * Every element with its parent, in document order; the tree may be changed meanwhile. Without recursion: HTML may be
 * nested deeper than a program's calls.
 */
export function* elementsIn(root: HtmlRoot): Generator<{ node: HtmlElement; parent: HtmlParent }> {
  const open: { parent: HtmlParent; at: number }[] = [{ parent: root, at: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.parent.children[top.at];
    top.at += 1;
    if (node === undefined) open.pop();
    else if (node.type === 'element') {
      yield { node, parent: top.parent };
      open.push({ parent: node, at: 0 });
    }
  }
}

/** The text of a node and of all below it. */
export function textOf(node: HtmlNode | HtmlRoot): string {
  const waiting: (HtmlNode | HtmlRoot)[] = [node];
  let text = '';
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') text += next.value;
    else if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return text;
}

/** Puts nodes in a child's place. */
export function replaceChild(parent: HtmlParent, child: HtmlNode, ...nodes: HtmlElement['children']): void {
  const at = (parent.children as HtmlNode[]).indexOf(child);
  parent.children.splice(at, 1, ...nodes);
}
