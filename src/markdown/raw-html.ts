import { decodeHTMLAttribute } from 'entities/decode';
import { escapeAttribute, escapeText } from 'entities/escape';
import { defineMdastPlugin, type MdastNode } from 'satteri';
import { ALLOWED, AS_DIV, DROPPED, DROPPED_MARK, UNWRAPPED } from './allowed-html.ts';

/** A tag, a comment, or another declaration; what is not closed is none, as CommonMark has it (sections 4.6 and 6.6). */
const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![\s\S]*?>|<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Elements without content, which need no end; `img` shows a picture of the newsroom, as `![…](…)` does. */
const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/** Elements whose end tag HTML itself lets be left out. */
const ENDS_BY_ITSELF = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'caption']);

/** Elements whose content is no HTML: where their end is missing, they take what is left of their block. */
const NOT_HTML = new Set(['script', 'style', 'xmp', 'plaintext', 'iframe', 'noembed', 'noframes', 'textarea', 'title']);

/** What of Markdown holds words in a line: HTML there is a tag at a time, elsewhere a block of lines. */
const HOLDS_A_LINE = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

/** What becomes of a tag that was written by hand. */
export type TagFate = 'kept' | 'dropped' | 'unwrapped' | 'text';

/** @param name in lower case */
export function fateOf(name: string): TagFate {
  // The boxes of a task list are written by Markdown alone.
  if (name === 'input' || DROPPED.has(name)) return name === DROPPED_MARK ? 'text' : 'dropped';
  if (ALLOWED.has(name) || AS_DIV.has(name) || name === 'h1') return 'kept';
  return UNWRAPPED.has(name) ? 'unwrapped' : 'text';
}

/**
 * HTML written by hand, made ready to be read as HTML together with all else, so that no tag reaches further than whoever
 * wrote it meant:
 * - harmless elements stay where they are closed among the same paragraphs or within the same line; an open one would
 *   otherwise take in the rest of the story;
 * - dangerous ones leave with what they hold, and where they are never closed, without the words that follow;
 * - of others that HTML knows, the words stay; what HTML does not know (`<your name>`) is text and shown as typed;
 * - comments leave: editors' notes are not for readers. What belongs to other languages (`<?php`) is text.
 * It is no sanitiser, and need not be one: that comes last ({@link file://./sanitise.ts}).
 */
export const rawHtml = () => {
  const units = new WeakMap<object, Unit>();
  return defineMdastPlugin({
    name: 'raw-html',
    html(node, context) {
      const parent = context.parent(node);
      const unit = (parent && units.get(parent)) ?? unitOf(parent?.children ?? [node]);
      if (parent) units.set(parent, unit);
      const isBlock = !HOLDS_A_LINE.has(parent?.type ?? '');
      const value = tamed(node.value, context.indexOf(node) ?? 0, unit, isBlock);
      context.replaceNode(node, value ? { type: 'html', value } : []);
    },
  });
};

/** Where the last end tag of each element stands among the children of one node: the child, and the place in it. */
type Unit = ReadonlyMap<string, readonly [child: number, offset: number]>;

function unitOf(children: readonly MdastNode[]): Unit {
  const ends = new Map<string, readonly [number, number]>();
  for (const [at, child] of children.entries()) {
    if (child.type !== 'html') continue;
    for (const { 1: slash, 2: name = '', index } of child.value.matchAll(MARKUP)) {
      if (slash) ends.set(name.toLowerCase(), [at, index]);
    }
  }
  return ends;
}

function tamed(html: string, child: number, unit: Unit, isBlock: boolean): string {
  let written = '';
  let from = 0;
  /** What is between tags can begin none. */
  const text = (until: number) => html.slice(from, until).replace(/</g, '&lt;');
  for (const match of html.matchAll(MARKUP)) {
    const [tag, slash, rawName, attributes = ''] = match;
    const { index } = match;
    if (index < from) continue;
    written += text(index);
    from = index + tag.length;
    const name = rawName?.toLowerCase();
    if (name === undefined) {
      if (!tag.startsWith('<!--')) written += escapeText(tag);
      continue;
    }
    const fate = fateOf(name);
    const [lastChild = -1, lastOffset = -1] = unit.get(name) ?? [];
    const isClosed = lastChild > child || (lastChild === child && lastOffset > index);
    if (fate === 'text') written += escapeText(tag);
    else if (fate === 'kept') {
      const stays = slash ? !VOID.has(name) : isClosed || VOID.has(name) || ENDS_BY_ITSELF.has(name);
      if (stays) written += slash ? `</${name}>` : `<${name}${rewritten(attributes)}>`;
    } else if (fate === 'dropped' && !slash) {
      const end = new RegExp(`</${name}(?![a-z\\d-])[^>]*>`, 'i').exec(html.slice(from));
      if (end) from += end.index + end[0].length;
      else if (!isBlock && isClosed) written += `<${DROPPED_MARK}>`;
      else if (isBlock && NOT_HTML.has(name)) from = html.length;
    } else if (fate === 'dropped' && !isBlock) written += `</${DROPPED_MARK}>`;
  }
  return written + text(html.length);
}

/** Attributes as every parser reads them alike; which may stay is the sanitiser's to say. */
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

/** A tag that somebody wrote by hand. */
export interface HandwrittenTag {
  /** In lower case. */
  name: string;
  fate: TagFate;
  attributes: Readonly<Record<string, string>>;
  offset: number;
}

/** The tags that begin in a piece of HTML written by hand. @param start where in the Markdown the piece stands */
export function handwrittenTags(html: string, start: number): HandwrittenTag[] {
  return [...html.matchAll(MARKUP)].flatMap(({ 1: slash, 2: rawName = '', 3: written = '', index }) => {
    const name = rawName.toLowerCase();
    if (slash || !name) return [];
    const attributes = Object.fromEntries(attributesIn(written).map(([key, value]) => [key.toLowerCase(), value]));
    return [{ name, fate: fateOf(name), attributes, offset: start + index }];
  });
}
