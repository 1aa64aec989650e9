import { oneLine, printableText } from '#src/writing/clean-text.ts';
import { escapeMarkdown } from '#src/writing/escape-markdown.ts';
import Turndown from 'turndown';
import { link, markdownLine } from './markdown-line.ts';

/** Longer than any description: a page that was pasted whole is cut, so that its parser has an end. */
const LONGEST = 20_000;

/** Deeper than any description. A parser that calls itself for each step would fall over its own feet. */
const DEEPEST = 200;

/** What is removed with all that it holds. */
const HIDDEN = [
  'script',
  'style',
  'title',
  'head',
  'iframe',
  'noscript',
  'template',
  'textarea',
  'select',
  'button',
] as const;

/** Whether a text is HTML: it has a tag that descriptions have. */
export function isHtml(text: string): boolean {
  return /<(?:\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|table|html|body|font|img|script|style|iframe)\b[^<>]*)>/i.test(
    text,
  );
}

/** HTML of a calendar's description as Markdown: words, lists, emphasis, links, and nothing that runs. */
export function htmlMarkdown(html: string): string {
  const { text } = printableText(html.slice(0, LONGEST));
  if ((text.match(/<[a-z]/gi)?.length ?? 0) > DEEPEST && depthOf(text) > DEEPEST)
    return markdownLine(oneLine(withoutTags(text)));
  return converter
    .turndown(text)
    .replace(/^(\s*-) {3}/gm, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The text of HTML alone. */
export function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|title|head|iframe|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<[/!]?[a-z-][^<>]*>/gi, ' ');
}

/** At most so deep: tags that never close count, though some need not be closed. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (/^(?:br|img|hr|wbr|input|meta|link)$/i.test(name)) continue;
    depth = Math.max(0, depth + (close ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const converter = new Turndown({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '_', br: '\\' });
converter.remove([...HIDDEN]);
// An event's page has its own headings; pictures need words and a credit that a calendar does not have.
converter.addRule('heading', {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  replacement: (content) => (content.trim() ? `\n\n**${content.trim()}**\n\n` : ''),
});
converter.addRule('picture', { filter: ['img'], replacement: () => '' });
converter.addRule('link', {
  filter: ['a'],
  replacement: (_, node) =>
    link(escapeMarkdown(oneLine(node.textContent ?? '')), (node as Element).getAttribute('href') ?? ''),
});
// Turndown lets `&lt;b&gt;` become a tag.
converter.escape = markdownLine;
