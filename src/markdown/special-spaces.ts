import { FALSE_SPACE, plainSpaces } from '#src/schemas/false-space.ts';
import { endOf, parseMarkdown, startOf, type MarkdownNode } from './markdown-tree.ts';
import { nodesIn } from './nodes-in.ts';

/** A run of spaces, one of them at least false, that keeps Markdown from seeing a heading, a list, a quotation or the end of a paragraph. */
export interface SpecialSpace {
  /** Its range in the Markdown, in UTF-16 units. */
  start: number;
  end: number;
  /** What belongs in its place. */
  replacement: string;
  /** What readers see as it is typed: `##`, `-`, `1.`, `](`; '' on a line of spaces. */
  mark: string;
}

const FALSE = `(?:${FALSE_SPACE.source}|&nbsp;)`;
const GAP = `(?:[ \\t]|${FALSE})*`;
const RUN = `[ \\t]*${FALSE}${GAP}`;
const MARK = '#{1,6}|[-*+]|\\d{1,3}[.)]';

/** A line of nothing but spaces. `&nbsp;` is written there on purpose, to leave room. */
const EMPTY = new RegExp(`^[ \\t]*(?:${FALSE_SPACE.source})(?:[ \\t]|${FALSE_SPACE.source})*$`);
const BEFORE_MARK = new RegExp(`^(${RUN})((?:${MARK})(?=[ \\t]|${FALSE}|$)|>)`);
const AFTER_MARK = new RegExp(`^(${MARK})(${RUN})(.?)`, 's');
const AFTER_QUOTE = new RegExp(`^${RUN}`);
const BEFORE_ADDRESS = new RegExp(`^\\[[^\\]]*\\]:(?<run>${RUN})`, 'd');
const BEFORE_TITLE = new RegExp(`(?<before>(?<!\\\\)\\]\\([^()\\s]+)(?<run>${RUN})(?=["“])`, 'g');
const ADDRESS_EDGES = new RegExp(`^(?:${FALSE_SPACE.source})+|(?:${FALSE_SPACE.source})+$`, 'g');
/** The line below a table's head, or a rule across the page. */
const RULE = new RegExp(
  `^(?=.*${FALSE})(?=.*(?:\\|.*-|-.*\\||-.*-.*-|\\*.*\\*.*\\*|_.*_.*_))(?:[-|:*_ \\t]|${FALSE})+$`,
);

/** Where a line is. */
interface Surroundings {
  /** Whether it begins its paragraph. */
  isFirst: boolean;
  /** Whether the line before it was meant as an item of a numbered list. */
  isInList: boolean;
  /** Whether it belongs to an item of a list: what is indented below it is a list within it. */
  isItem: boolean;
  /** Whether a `>` is before it. */
  isQuoted: boolean;
}

/** Whether it is worth looking for: most bodies have no special space beside a mark. */
const MAY_HOLD = new RegExp(
  [
    `^[ \\t>]*(?:${RUN}(?:$|[-#*+>\\d])|(?:${MARK}|[-|:*_]+|[\x60~]{3,})[ \\t]*${FALSE})`,
    `^[ \\t>]*>${RUN}`,
    `\\](?:\\(<?[^()\\s]*|:[ \\t]*)${FALSE}`,
    RULE.source,
  ].join('|'),
  'm',
);

/**
 * Special spaces where Markdown needs plain ones. They are looked for in the paragraphs of the tree, which is what a heading or a list
 * has become: code, escapes and links have none. Of code, only the fence that fails to close it is looked at.
 */
export function specialSpacesIn(markdown: string): readonly SpecialSpace[] {
  if (!FALSE_SPACE.test(markdown) && !markdown.includes('&nbsp;')) return [];
  if (!MAY_HOLD.test(markdown)) return [];
  const found = [...nodesIn(parseMarkdown(markdown))].flatMap(({ node, parent }) => {
    if (node.type === 'paragraph') return inParagraph(markdown, node, parent?.type === 'listItem');
    if (node.type === 'code') return afterFence(markdown, node);
    if (node.type === 'link' || node.type === 'image') return besideAddress(markdown, node);
    return node.type === 'definition' ? spaceAt(BEFORE_ADDRESS, markdown, node, ']:') : [];
  });
  return found.sort((a, b) => a.start - b.start);
}

/** At the beginning or the end of an address: a part of it, which leads nowhere. */
function besideAddress(markdown: string, node: MarkdownNode): SpecialSpace[] {
  const { url = '' } = node;
  const [start, end] = rangeOf(node);
  const at = markdown.slice(start, end).lastIndexOf(url) + start;
  if (markdown[start] === '<' || !FALSE_SPACE.test(url) || at < start) return [];
  return [...url.matchAll(ADDRESS_EDGES)].map(({ index, 0: run }) => {
    return { start: at + index, end: at + index + run.length, replacement: '', mark: '](' };
  });
}

/** After the fence that should close code: everything below it has become code. */
function afterFence(markdown: string, code: MarkdownNode): SpecialSpace[] {
  const [start, end] = rangeOf(code);
  const source = markdown.slice(start, end);
  const [, sign] = /^(`|~)\1\1/.exec(source) ?? [];
  if (sign === undefined || new RegExp(`\\n[ \\t>]*${sign}{3,}[ \\t\\r\\n]*$`).test(source)) return [];
  return spaceAt(new RegExp(`\\n[ \\t>]*${sign}{3,}(?<run>${RUN})(?=\\r?\\n|$)`, 'd'), markdown, code, sign.repeat(3));
}

/** The first place of a pattern in a node. */
function spaceAt(pattern: RegExp, markdown: string, node: MarkdownNode, mark: string): SpecialSpace[] {
  const [start, end] = rangeOf(node);
  const [from, to] = pattern.exec(markdown.slice(start, end))?.indices?.groups?.['run'] ?? [];
  if (from === undefined || to === undefined) return [];
  return [{ start: start + from, end: start + to, replacement: ' ', mark }];
}

function inParagraph(markdown: string, paragraph: MarkdownNode, isItem: boolean): SpecialSpace[] {
  const [start, end] = rangeOf(paragraph);
  const words = (paragraph.children ?? []).filter(({ type }) => type === 'text').map(rangeOf);
  const found: SpecialSpace[] = [];
  let isInList = false;
  for (let at = start; at < end;) {
    const lineEnd = Math.min(end, (markdown.indexOf('\n', at) + 1 || end + 1) - 1);
    // The marks of the quotation or the list that the paragraph is in.
    const from = at === start ? at : at + (/^[ \t>]*/.exec(markdown.slice(at, lineEnd))?.[0].length ?? 0);
    const line = markdown.slice(from, lineEnd).replace(/\r$/, '');
    const isText = line !== '' && words.some(([first, last]) => first <= from && from < last);
    const spaces: readonly SpecialSpace[] = isText
      ? inLine(line, { isFirst: at === start, isInList, isItem, isQuoted: markdown[from - 1] === '>' })
      : [];
    isInList = spaces.some(({ mark }) => /^\d/.test(mark));
    found.push(...spaces.map((space) => ({ ...space, start: space.start + from, end: space.end + from })));
    at = lineEnd + 1;
  }
  return [...found, ...beforeTitles(markdown, paragraph)].sort((a, b) => a.start - b.start);
}

/** Between the address of a link or picture and its title: `![a](/pictures/a.webp "caption")`. */
function beforeTitles(markdown: string, paragraph: MarkdownNode): SpecialSpace[] {
  const [start, end] = rangeOf(paragraph);
  const codes = [...nodesIn(paragraph)].flatMap(({ node }) =>
    /^(?:inlineCode|html)$/.test(node.type) ? [rangeOf(node)] : [],
  );
  return [...markdown.slice(start, end).matchAll(BEFORE_TITLE)].flatMap(
    ({ index, groups: { before = '', run = '' } = {} }) => {
      const at = start + index + before.length;
      if (codes.some(([first, last]) => first <= at && at < last)) return [];
      return [{ start: at, end: at + run.length, replacement: ' ', mark: '](' }];
    },
  );
}

function inLine(line: string, around: Surroundings): SpecialSpace[] {
  if (EMPTY.test(line)) return [{ start: 0, end: line.length, replacement: '', mark: '' }];
  if (RULE.test(line)) {
    const mark = line.replace(new RegExp(GAP, 'g'), '');
    return [...line.matchAll(new RegExp(RUN, 'g'))].map(({ index, 0: run }) => {
      return { start: index, end: index + run.length, replacement: index === 0 ? '' : ' ', mark };
    });
  }
  const quoted = around.isQuoted ? AFTER_QUOTE.exec(line)?.[0] : undefined;
  if (quoted) {
    const rest = inLine(line.slice(quoted.length), { ...around, isQuoted: false });
    const shifted = rest.map((space) => ({
      ...space,
      start: space.start + quoted.length,
      end: space.end + quoted.length,
    }));
    return [{ start: 0, end: quoted.length, replacement: ' ', mark: '>' }, ...shifted];
  }
  const [, before = '', beforeMark = ''] = BEFORE_MARK.exec(line) ?? [];
  const [, mark = '', run = '', next = ''] = AFTER_MARK.exec(line.slice(before.length)) ?? [];
  // Within a paragraph, only the number 1 begins a list, and “- 5” may be a number; “# 9” may be one anywhere.
  const isWithin = !around.isFirst && !around.isInList;
  const isNumber = /\d/.test(next) && (mark === '#' || (mark === '-' && isWithin));
  const isOrdinary = isNumber || (isWithin && /^\d/.test(mark) && !/^1\D/.test(mark));
  const at = before.length + mark.length;
  const indent = around.isItem && !/[#>]/.test(beforeMark) ? plainSpaces(before) : '';
  return [
    ...(before ? [{ start: 0, end: before.length, replacement: indent, mark: beforeMark }] : []),
    ...(run && !isOrdinary ? [{ start: at, end: at + run.length, replacement: ' ', mark }] : []),
  ];
}

function rangeOf(node: MarkdownNode): [start: number, end: number] {
  return [startOf(node), endOf(node)];
}
