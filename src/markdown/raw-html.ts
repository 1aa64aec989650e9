import { decodeHTMLAttribute } from 'entities/decode';
import { escapeAttribute, escapeText } from 'entities/escape';
import { defineMdastPlugin, type MdastNode } from 'satteri';
import { ALLOWED, AS_DIV, DROPPED, DROPPED_MARK, UNWRAPPED } from './allowed-html.ts';

/** A tag, a comment, or another declaration, if it is closed (CommonMark, sections 4.6 and 6.6). */
const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![\s\S]*?>|<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Void elements; `img` shows a picture of the newsroom, as `![…](…)` does. */
const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/** Elements whose end tag is optional in HTML. */
const OPTIONAL_END = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'caption']);

/** Elements with raw text: without an end tag, they take the rest of their block. */
const RAW_TEXT = new Set(['script', 'style', 'xmp', 'plaintext', 'iframe', 'noembed', 'noframes', 'textarea', 'title']);

/** Markdown with phrasing content: an `html` node in it is one tag, elsewhere a block of lines. */
const HAS_PHRASING = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

/** What happens to a tag written by hand. */
export type TagFate = 'kept' | 'dropped' | 'unwrapped' | 'text';

/** @param name in lower case */
export function fateOf(name: string): TagFate {
  // Only Markdown writes the boxes of a task list.
  if (name === 'input' || DROPPED.has(name)) return name === DROPPED_MARK ? 'text' : 'dropped';
  if (ALLOWED.has(name) || AS_DIV.has(name) || name === 'h1') return 'kept';
  return UNWRAPPED.has(name) ? 'unwrapped' : 'text';
}

/**
 * Prepares HTML written by hand to be parsed with the rest, so that no tag reaches further than its author meant:
 * - harmless elements stay if they are closed among the same paragraphs or within the same line; an open one would take in the
 *   rest of the article;
 * - dangerous ones are removed with their content; one that is never closed does not take the following text with it;
 * - the content of HTML's other elements stays; what HTML does not know (`<your name>`) is shown as typed;
 * - comments are removed: editors' notes are not for readers. Other languages (`<?php`) are shown as typed.
 * The sanitiser comes later ({@link file://./sanitise.ts}).
 */
export const rawHtml = () => {
  const endTags = new WeakMap<object, EndTags>();
  return defineMdastPlugin({
    name: 'raw-html',
    html(node, context) {
      const parent = context.parent(node);
      const ends = (parent && endTags.get(parent)) ?? endTagsOf(parent?.children ?? [node]);
      if (parent) endTags.set(parent, ends);
      const isBlock = !HAS_PHRASING.has(parent?.type ?? '');
      const value = contained(node.value, context.indexOf(node) ?? 0, ends, isBlock);
      context.replaceNode(node, value ? { type: 'html', value } : []);
    },
  });
};

/** The last end tag of each element among the children of one node: the child's index, and the offset in it. */
type EndTags = ReadonlyMap<string, readonly [child: number, offset: number]>;

function endTagsOf(children: readonly MdastNode[]): EndTags {
  const ends = new Map<string, readonly [number, number]>();
  for (const [at, child] of children.entries()) {
    if (child.type !== 'html') continue;
    for (const { 1: slash, 2: name = '', index } of child.value.matchAll(MARKUP)) {
      if (slash) ends.set(name.toLowerCase(), [at, index]);
    }
  }
  return ends;
}

function contained(html: string, child: number, ends: EndTags, isBlock: boolean): string {
  let written = '';
  let from = 0;
  /** A `<` between tags must not begin one. */
  const text = (until: number) => html.slice(from, until).replace(/</g, '&lt;');
  for (const match of html.matchAll(MARKUP)) {
    const [tag, slash, rawName, attributes = ''] = match;
    const { index } = match;
    if (index < from) continue;
    written += text(index);
    from = index + tag.length;
    const name = rawName === undefined ? undefined : elementName(rawName);
    if (name === undefined) {
      if (!tag.startsWith('<!--')) written += escapeText(tag);
      continue;
    }
    const fate = fateOf(name);
    const [lastChild = -1, lastOffset = -1] = ends.get(name) ?? [];
    const isClosed = lastChild > child || (lastChild === child && lastOffset > index);
    if (fate === 'text') written += escapeText(tag);
    else if (fate === 'kept') {
      const stays = slash ? !VOID.has(name) : isClosed || VOID.has(name) || OPTIONAL_END.has(name);
      if (stays) written += slash ? `</${name}>` : `<${name}${rewritten(attributes)}>`;
    } else if (fate === 'dropped' && !slash) {
      const end = new RegExp(`</${name}(?![a-z\\d-])[^>]*>`, 'i').exec(html.slice(from));
      if (end) from += end.index + end[0].length;
      else if (!isBlock && isClosed) written += `<${DROPPED_MARK}>`;
      else if (isBlock && RAW_TEXT.has(name)) from = html.length;
    } else if (fate === 'dropped' && !isBlock) written += `</${DROPPED_MARK}>`;
  }
  return written + text(html.length);
}

/** Browsers read `<image>` as `<img>` (html.spec.whatwg.org, section 13.2.6.4.7). */
function elementName(written: string): string {
  const name = written.toLowerCase();
  return name === 'image' ? 'img' : name;
}

/** Attributes in the form that all parsers read alike. The sanitiser decides which ones stay. */
function rewritten(attributes: string): string {
  return attributesIn(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** The attributes of a tag, in order. */
function attributesIn(written: string): [name: string, value: string][] {
  return [...written.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name,
    decodeHTMLAttribute(double ?? single ?? bare ?? ''),
  ]);
}

/** A tag written by hand. */
export interface HandwrittenTag {
  /** In lower case. */
  name: string;
  fate: TagFate;
  attributes: Readonly<Record<string, string>>;
  offset: number;
  /** The whole tag. */
  written: string;
}

/** The start tags in a piece of HTML written by hand. @param start the piece's offset in the Markdown */
export function handwrittenTags(html: string, start: number): HandwrittenTag[] {
  return [...html.matchAll(MARKUP)].flatMap(({ 0: whole, 1: slash, 2: rawName = '', 3: written = '', index }) => {
    const name = elementName(rawName);
    if (slash || !name) return [];
    const attributes = Object.fromEntries(attributesIn(written).map(([key, value]) => [key.toLowerCase(), value]));
    return [{ name, fate: fateOf(name), attributes, offset: start + index, written: whole }];
  });
}
