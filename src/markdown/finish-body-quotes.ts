import { finishQuotes } from '#src/i18n/quotation-marks.ts';
import type { HtmlNode, HtmlRoot } from './html-tree.ts';
import { nodesIn } from './nodes-in.ts';

/** Elements within a line of text: what a mark opens in one may close in another. */
const INLINE = new Set('a abbr b cite del em i ins kbd mark q s small span strong sub sup u var'.split(' '));

type TextNode = Extract<HtmlNode, { type: 'text' }>;

/** Fixes the quotation marks of each line of text, across its links and emphasis. Code stays as typed. */
export function finishBodyQuotes(root: HtmlRoot): void {
  const lineOf = new Map<HtmlNode | HtmlRoot, HtmlNode | HtmlRoot>();
  const lines = new Map<HtmlNode | HtmlRoot, TextNode[]>();
  const isCode = (node: HtmlNode | HtmlRoot) => node.type === 'element' && /^(?:code|pre|kbd|samp)$/.test(node.tagName);
  for (const { node, parent } of nodesIn<HtmlNode | HtmlRoot>(root, isCode)) {
    const isInline = node.type === 'text' || (node.type === 'element' && INLINE.has(node.tagName));
    const line = isInline && parent ? (lineOf.get(parent) ?? parent) : node;
    lineOf.set(node, line);
    if (node.type === 'text') lines.set(line, [...(lines.get(line) ?? []), node]);
  }
  for (const texts of lines.values()) {
    const finished = finishQuotes(texts.map(({ value }) => value).join(''));
    let at = 0;
    for (const text of texts) text.value = finished.slice(at, (at += text.value.length));
  }
}
