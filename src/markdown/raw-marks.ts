import { suggest } from '#src/schemas/explain.ts';
import type { MessageKey } from '#src/schemas/message.ts';
import { plainPicturePath } from '#src/schemas/shared-fields.ts';
import { lostWords } from './lost-words.ts';
import { allIn, endOf, startOf, type MarkdownNode } from './markdown-tree.ts';
import { nodesIn } from './nodes-in.ts';
import { emptyHeading, headingByAccident, mayHoldRawLines, proseAsCode, rawLines } from './raw-lines.ts';
import { rawEmphasis } from './raw-emphasis.ts';
import { MARKS, shownText, type ShownText } from './shown-text.ts';

/** The messages about it: of lost pictures and words, and of marks that readers see. */
export type RawKey = Extract<MessageKey, `lost-markdown.${string}` | `raw-markdown.${string}`>;

/** Markdown that became nothing. */
export interface RawMark {
  key: RawKey;
  /** In UTF-16 units from the start of the Markdown. */
  offset: number;
  /** As typed, shortened. */
  written: string;
  values?: Readonly<Record<string, string | number>>;
}

/** A pattern in the text of a paragraph, heading or cell. */
interface Pattern {
  key: RawKey;
  pattern: RegExp;
  /** Where it cannot be a mistake. */
  not?: string;
}

const { address, other } = MARKS;

/** The first that matches at a place counts. */
const PATTERNS: readonly Pattern[] = [
  { key: 'lost-markdown.embed', pattern: /::(?:video|map|post|document)[ \t]?[{[]/ },
  { key: 'raw-markdown.note', pattern: /!?\[\^[^\]\n]+\]/ },
  {
    key: 'lost-markdown.picture',
    pattern: /!\[[^\]\n]*\][ \t]?\(|!\[[^\]\n]*\]\[[^\]\n]*\]|(?<![\p{L}\p{N}?!])!\[[^\]\n]+\]/u,
  },
  { key: 'lost-markdown.picture', pattern: /!\([^()\n]*\)\[|<(?:img|image)\s[^>\n]*>/i },
  { key: 'raw-markdown.foreign', pattern: /\[\[[^[\]\n]+\]\]|\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\^\[[^\]\n]+\]/ },
  { key: 'raw-markdown.foreign', pattern: /\[\/(?:caption|gallery|embed|video|audio|playlist|youtube|code|quote)\]/i },
  { key: 'raw-markdown.foreign', pattern: /\[(?:caption|gallery|embed|video|audio|playlist|youtube)\s+\w+=/i },
  { key: 'raw-markdown.foreign', pattern: /^\[(?:!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO|NOTA|AVISO)|TOC)\]/i },
  {
    key: 'raw-markdown.foreign',
    pattern:
      /^:::+[ \t]*[\w{]*|\{(?:[#.][\w-]+|:)[^}\n]*\}[ \t]*$|==(?=[^\s=])[^=\n]*[^\s=]==|^(?:!!!|\?\?\?\+?)[ \t]+[a-z]/m,
  },
  // As in forums; an address takes the bracket after it.
  {
    key: 'raw-markdown.foreign',
    pattern: /\[url=|\[(b|i|u|s|url|img|color|size|center|list)(?:=[^\]\n]*)?\][^\n]*?\[\/\1\]/i,
  },
  { key: 'raw-markdown.link-turned', pattern: new RegExp(`\\([^()\\n]+\\)\\[(?:${address}|https?:|www\\.|/)`) },
  { key: 'raw-markdown.link', pattern: /(?:\[[^[\]\n]*)?\]\(/ },
  {
    key: 'raw-markdown.link-space',
    pattern: new RegExp(`\\[[^[\\]\\n]*\\][^\\S\\n]+\\((?:${address}|https?:|www\\.|/|mailto:|#)`),
  },
  // [12][13] are numbers of sources.
  { key: 'raw-markdown.reference', pattern: /\[[^[\]\n]*\]\[(?!\d+\])[^[\]\n]*\]/ },
  { key: 'raw-markdown.heading', pattern: /^(?:#{2,6}(?=[^\s#])|#{7,}(?=[ \t]))/m, not: 'tableCell' },
  { key: 'lost-markdown.comment', pattern: /<!--/ },
  { key: 'raw-markdown.tag', pattern: /<\/?[a-z][a-z\d-]*\s+[a-z-]+\s*=|<![ \t]*-/i },
];

const PHRASING = new Set(['paragraph', 'heading', 'tableCell']);

/** Whether a body may hold any of these: parsing a whole archive to find out takes seconds. */
export function mayHoldRawMarks(markdown: string): boolean {
  return MAY_HOLD.test(markdown) || mayHoldRawLines(markdown);
}

const MAY_HOLD =
  /[[\]{}`|]|<!|<\/?[a-z][a-z\d-]*\s+[a-z-]+\s*=|\*\S|\S\*|~~|(?<![\p{L}\p{N}_])_|##|==|^[ \t>]*:::|^[ \t>]*(?:!!!|\?{3}|#[ \t]*\r?$)/imu;

/**
 * Finds Markdown that became nothing: what still looks like it in the text that readers will see. Code, escapes, addresses and
 * what Markdown did read are no part of that text.
 * @param root the parsed Markdown
 * @param isHidden whether a node at an offset is none of the text (an embed)
 */
export function rawMarks(markdown: string, root: MarkdownNode, isHidden: (offset: number) => boolean): RawMark[] {
  const nodes = allIn(root).filter((node) => !isHidden(startOf(node)));
  const shown = nodes
    .filter(({ type }) => PHRASING.has(type))
    .map((node) => ({ node, shown: shownText(markdown, node) }));
  const found = shown.flatMap(({ node, shown: text }) => [
    ...patternMarks(markdown, node, text),
    ...(node.type === 'paragraph' ? rawLines(markdown, text) : []),
  ]);
  const emphasis = rawEmphasis(shown.map(({ node, shown: text }) => ({ ...text, isCell: node.type === 'tableCell' })));
  return [
    ...lostWords(markdown, root),
    ...found.map((mark) => explained(markdown, root, mark)),
    // `*one` on the lines of a list is no emphasis.
    ...emphasis.filter(({ offset }) => !found.some((mark) => mark.offset === offset)),
    ...nodes.flatMap((node) => [
      ...openFence(markdown, node),
      ...proseAsCode(markdown, node),
      ...headingByAccident(markdown, node),
      ...emptyHeading(markdown, node),
    ]),
    ...marksInHtml(markdown, root),
  ].sort((a, b) => a.offset - b.offset);
}

/** The matches of the patterns in one text, of which none overlaps another. */
function patternMarks(
  markdown: string,
  { type }: MarkdownNode,
  { text, offsets }: ShownText,
  patterns = PATTERNS,
): RawMark[] {
  let left = text;
  return patterns.flatMap(({ key, pattern, not }) => {
    if (type === not) return [];
    const marks: RawMark[] = [];
    for (let match = pattern.exec(left); match; match = pattern.exec(left)) {
      const { index, 0: whole } = match;
      const offset = offsets[index] ?? 0;
      left = left.slice(0, index) + other.repeat(whole.length) + left.slice(index + whole.length);
      marks.push({ key, offset, written: lineAt(markdown, offset) });
    }
    return marks;
  });
}

/** What was typed from an offset to the end of its line, shortened. */
export function lineAt(markdown: string, offset: number): string {
  return (
    markdown
      .slice(offset, offset + 60)
      .split('\n', 1)[0]
      ?.trimEnd() ?? ''
  );
}

/** Adds what only the Markdown around a mark shows: which note was meant, why a picture was not read. */
function explained(markdown: string, root: MarkdownNode, mark: RawMark): RawMark {
  if (mark.key === 'raw-markdown.note') {
    const [, name = ''] = /\[\^([^\]\n]+)\]/.exec(markdown.slice(mark.offset)) ?? [];
    const notes = allIn(root).filter(({ type }) => type === 'footnoteDefinition');
    const meant = suggest(
      name,
      notes.map(({ label = '' }) => label),
    );
    const about = { ...mark, written: `[^${name}]` };
    return meant
      ? { ...about, key: 'raw-markdown.note-near', values: { meant } }
      : { ...about, key: 'raw-markdown.note', values: { name } };
  }
  if (mark.key !== 'lost-markdown.picture') return mark;
  const [, path = ''] =
    /^!\[[^\]\n]*\]\(\s*([^"<>\n]*?\.(?:jpe?g|png|webp|avif))/i.exec(markdown.slice(mark.offset)) ?? [];
  if (!/\s/.test(path)) return mark;
  return { ...mark, key: 'lost-markdown.picture-space', written: path, values: { meant: plainPicturePath(path) } };
}

/** Code that begins with a fence and has none at its end: all that follows is shown as code. */
function openFence(markdown: string, node: MarkdownNode): RawMark[] {
  if (node.type !== 'code') return [];
  const lines = markdown.slice(startOf(node), endOf(node)).trimEnd().split('\n');
  const [fence] = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '') ?? [];
  if (!fence) return [];
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd() : '';
  const isClosed = last.startsWith(fence) && last === (fence[0] ?? '').repeat(last.length);
  return isClosed ? [] : [{ key: 'raw-markdown.fence', offset: startOf(node), written: lines[0] ?? '' }];
}

/** HTML whose content is shown as it is typed, or not at all. */
const AS_TYPED =
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea|template|iframe|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/gi;

/** Headings and lists where Markdown is not read; a single hyphen may be a dash. */
const BLOCKS_IN_HTML: readonly Pattern[] = [
  { key: 'raw-markdown.in-html', pattern: /^[ \t]*#{1,6}[ \t]+\S/m },
  {
    key: 'raw-markdown.in-html',
    pattern: /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S.*\n[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m,
  },
];

/** Marks within a block of HTML, in which Markdown is not read. */
function marksInHtml(markdown: string, root: MarkdownNode): RawMark[] {
  return Array.from(nodesIn(root))
    .filter(({ node, parent }) => node.type === 'html' && !PHRASING.has(parent?.type ?? ''))
    .flatMap(({ node, parent }) => {
      if (parent && !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)) return [];
      const start = startOf(node);
      const html = markdown.slice(start, endOf(node));
      const text = html
        .replace(AS_TYPED, (tag) => tag.replace(/[^\n]/g, other))
        .replace(/&(?:#\w+|\w+);/g, (entity) => MARKS.escaped.repeat(entity.length));
      const shown = { text, offsets: Array.from(text, (_, index) => start + index) };
      const found = [
        ...patternMarks(markdown, node, shown),
        ...patternMarks(markdown, node, shown, BLOCKS_IN_HTML),
        ...rawEmphasis([{ ...shown, isCell: true }], true),
      ].filter(({ key }) => key !== 'raw-markdown.tag');
      const [first] = found.sort((a, b) => a.offset - b.offset);
      return first
        ? [{ key: 'raw-markdown.in-html' as const, offset: first.offset, written: lineAt(markdown, first.offset) }]
        : [];
    });
}
