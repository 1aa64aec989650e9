import { endOf, startOf, type MarkdownNode } from './markdown-tree.ts';
import type { RawKey, RawMark } from './raw-marks.ts';
import type { ShownText } from './shown-text.ts';

/** A line of a paragraph as readers see it: Markdown joins it with the next one. */
interface Line {
  text: string;
  /** Of its first character, in the Markdown. */
  offset: number;
  /** Whether nothing keeps it apart from the line before it: two spaces, or a backslash, would. */
  isJoined: boolean;
}

/**
 * What people begin the items of a list with where Markdown wants a hyphen and a space. A dash before a word is also how
 * Spanish begins each turn of a conversation.
 */
const BULLET =
  /^(?:[•·●◦○▪▫■□◆◇‣⁃∙➤➢►▶→✓✔✗✦★☆*+]|[-–—―−](?=[ \t\p{L}¿¡“"])|\[[ x]?\](?!\()|\p{Extended_Pictographic})\s*\S/iu;

/** A number or letter of a list: `1-`, `1.-`, `(1)`, `1º`, `a)`, `2. `; glued to a digit, it is a time or an amount. */
const NUMBER = /^\(?(?<order>\d{1,3}|[a-z])(?:\.-|\.?[ºª°]|[.)-])\)?(?:[ \t]+\S|(?=\p{L}))/iu;

/** A number that only lacks the space after it. */
const GLUED_NUMBER = /^\d+[.)](?=\p{L})/u;

const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
const TABS = /(?<=\S)\t+(?=\S)/g;

const QUOTED = '^[ \\t>]*';
const ITEM = `(?:${BULLET.source.slice(1)}|${NUMBER.source.slice(1).replace('?<order>', '')})`;

/** Whether a body may hold any of these: parsing a whole archive to find out takes seconds. */
export function mayHoldRawLines(markdown: string): boolean {
  // Most paragraphs are one line.
  const isPlain = !ADJOINING.test(markdown) && !markdown.includes('\t') && !markdown.includes('    ');
  return !isPlain && MAY_HOLD.test(markdown);
}

const ADJOINING = /\n(?<=\S[ \t\r]*\n)[^\n\r]/;

const MAY_HOLD = new RegExp(
  [
    `${QUOTED}${ITEM}[^\\n]*\\n[ \\t>]*${ITEM}`,
    String.raw`^[^\t\n]+\t+\S[^\n]*\n[^\t\n]+\t+\S`,
    String.raw`^[ >]*(?: {4}|\t)`,
    `${QUOTED}\\S.*\\r?\\n[ \\t>]*(?:-+|=+)[ \\t]*\\r?$`,
  ].join('|'),
  'imu',
);

/** Tables and lists that are paragraphs. */
export function rawLines(markdown: string, shown: ShownText): RawMark[] {
  const lines = linesOf(markdown, shown);
  return [...rawTable(lines), ...rawTabs(lines), ...rawList(lines)].slice(0, 1);
}

function linesOf(markdown: string, { text, offsets }: ShownText): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const isJoined = start > 0 && markdown[offsets[start - 1] ?? 0] === '\n';
    const found = { text: line, offset: offsets[start] ?? 0, isJoined };
    start += line.length + 1;
    return found;
  });
}

function markAt(key: RawKey, line: Line | undefined): RawMark[] {
  return line ? [{ key, offset: line.offset, written: line.text.replace(/[\uE000-\uE003]/g, '…') }] : [];
}

function rawTable(lines: readonly Line[]): RawMark[] {
  const pipes = lines.map(({ text }) => text.split('|').length - 1);
  const rows = lines.filter(({ text }, index) => text.trimStart().startsWith('|') && (pipes[index] ?? 0) >= 2);
  const isTable =
    rows.length > 1 ||
    rows.some(({ text }) => /^\s*\|[^|]+\|[^|]+\|/.test(text)) ||
    (lines.some(({ text }) => DELIMITERS.test(text)) && pipes.filter((count) => count > 0).length > 1);
  return isTable ? markAt('raw-markdown.table', lines[pipes.findIndex((count) => count > 0)]) : [];
}

/** Rows of a spreadsheet, pasted: tabs between their cells. */
function rawTabs(lines: readonly Line[]): RawMark[] {
  const tabs = lines.map(({ text }) => text.match(TABS)?.length ?? 0);
  return markAt(
    'raw-markdown.tabs',
    lines.find((_, index) => (tabs[index] ?? 0) > 0 && tabs[index] === tabs[index + 1]),
  );
}

/** Two lines that begin as items of one list do, and are joined. */
function rawList(lines: readonly Line[]): RawMark[] {
  const first = lines.find(({ text }, index) => {
    const next = lines[index + 1];
    if (!next?.isJoined) return false;
    const [order, following] = [text, next.text].map((line) => NUMBER.exec(line)?.groups?.['order']);
    if (order !== undefined && following !== undefined) return isNext(order, following);
    return BULLET.test(text) && BULLET.test(next.text);
  });
  return markAt(first && GLUED_NUMBER.test(first.text) ? 'raw-markdown.list' : 'raw-markdown.lines', first);
}

function isNext(order: string, following: string): boolean {
  if (/\d/.test(order)) return Number(following) === Number(order) + 1;
  return following.codePointAt(0) === (order.codePointAt(0) ?? 0) + 1;
}

/** Four words in a row, without a sign of code: a text that was indented, and no program. */
const PROSE = /^(?!.*[{}<>=\\|;$]).*\p{L}[,:]? +\p{L}+[,:]? +\p{L}+[,:]? +\p{L}/u;
const MEANT_AS_BLOCK = /^(?:#{1,6}|[-*+•]|\d{1,3}[.)]|>)[ \t]+\p{L}/u;

/** Words that four spaces or a tab before them have turned into code. */
export function proseAsCode(markdown: string, node: MarkdownNode): RawMark[] {
  if (node.type !== 'code') return [];
  const start = startOf(node);
  const source = markdown.slice(start, endOf(node));
  const [line = ''] = source.trimStart().split('\n');
  if (/^(?:`{3}|~{3})/.test(line) || !(PROSE.test(line) || MEANT_AS_BLOCK.test(line))) return [];
  const offset = start + source.length - source.trimStart().length;
  return [{ key: 'raw-markdown.indented', offset, written: line.trimEnd() }];
}

/** Longer ones are paragraphs. */
const LONGEST_HEADING = 120;

/** A paragraph that a line of `---` or `===` below it has turned into a heading. */
export function headingByAccident(markdown: string, node: MarkdownNode): RawMark[] {
  if (node.type !== 'heading') return [];
  const source = markdown.slice(startOf(node), endOf(node)).trimEnd();
  if (source.startsWith('#')) return [];
  const lines = source.split('\n');
  const words = lines.slice(0, -1).join('\n').trimEnd();
  if (words.length <= LONGEST_HEADING && lines.length === 2 && !/[^.][.;,]$/.test(words)) return [];
  const line = lines.at(-1)?.replace(/^[ \t>]+/, '') ?? '';
  return [{ key: 'raw-markdown.underline', offset: startOf(node) + source.length - line.length, written: line }];
}

/** A heading without words: a `##` alone. */
export function emptyHeading(markdown: string, node: MarkdownNode): RawMark[] {
  if (node.type !== 'heading' || (node.children ?? []).length > 0) return [];
  const offset = startOf(node);
  return [{ key: 'raw-markdown.empty-heading', offset, written: markdown.slice(offset, endOf(node)).trim() }];
}
