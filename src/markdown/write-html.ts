import type { HtmlNode, HtmlRoot } from './html-tree.ts';

/** Elements without content, and so without an end tag (HTML Living Standard, 13.1.2). */
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** Attributes that hast names otherwise than HTML; all others differ in capital letters and hyphens alone. */
const ATTRIBUTES: Readonly<Record<string, string>> = { className: 'class' };

/**
 * Writes a tree that the sanitiser has passed ({@link file://./sanitise.ts}), so that every parser of HTML reads the same tree
 * from it: what could begin a tag or end an attribute is escaped, in attributes too.
 */
export function writeHtml(node: HtmlNode | HtmlRoot): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type === 'root') return node.children.map(writeHtml).join('');
  if (node.type !== 'element') throw new Error(`a ${node.type} came through the sanitiser`);
  const { tagName, properties, children } = node;
  const tag = `<${tagName}${Object.entries(properties).map(writeAttribute).join('')}>`;
  if (VOID.has(tagName)) return tag;
  const content = children.map(writeHtml).join('');
  // A parser drops a line feed right after <pre>.
  return `${tag}${tagName === 'pre' && content.startsWith('\n') ? '\n' : ''}${content}</${tagName}>`;
}

function writeAttribute([property, value]: [string, unknown]): string {
  if (value === undefined || value === null || value === false) return '';
  const name = ATTRIBUTES[property] ?? attributeName(property);
  if (value === true) return ` ${name}`;
  return ` ${name}="${escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value))}"`;
}

/** `tabIndex` → `tabindex`, `dataFootnoteRef` → `data-footnote-ref`, `ariaLabel` → `aria-label` */
function attributeName(property: string): string {
  const hyphened = /^(?:data|aria)[A-Z]/.test(property)
    ? property.replace(/[A-Z]/g, (letter) => `-${letter}`)
    : property;
  const name = hyphened.toLowerCase();
  return name.startsWith('aria-') ? `aria-${name.slice(5).replace(/-/g, '')}` : name;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
