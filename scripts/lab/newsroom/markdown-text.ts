import { oneLine } from './clean-text.ts';

/**
 * Characters that mean something within a line of Markdown; `&` if it would begin a character reference; and the signs
 * by which addresses are known, since an address found before escapes are read keeps their backslashes.
 */
const WITHIN_LINE = /[\\`*_~[\]<@]|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\./gi;

/** A heading, list, quotation or rule: only the first of its signs needs escaping for the line to be a paragraph. */
const OPENING_SIGN = /^(?:#(?=#{0,5}(?:\s|$))|>|[-+](?=\s|$)|-(?=[-\s]*$)|[|:=](?=[-\s|:=]*$))/;

/** `1.` or `1)` would begin a numbered list. */
const OPENING_NUMBER = /^(\d{1,9})(?=[.)](?:\s|$))/;

/**
 * Escapes one line of plain text so that Markdown shows it word for word. Quotation marks, dashes and dots are left to
 * the pipeline, which typesets them in every article; addresses become links, with the same words.
 * @param line without line breaks and without white space at its ends
 */
export function escapeMarkdown(line: string): string {
  return line.replace(WITHIN_LINE, '\\$&').replace(OPENING_SIGN, '\\$&').replace(OPENING_NUMBER, '$1\\');
}

/**
 * The Markdown of an article's paragraphs. Tables, which the wire sets with runs of spaces, keep their lines in a fenced
 * block, neighbours in one; all other text flows.
 * @param paragraphs clean, each possibly of several lines
 */
export function bodyText(paragraphs: readonly string[]): string {
  const blocks: string[] = [];
  let table: string[] = [];
  const endTable = () => {
    if (table.length > 0) blocks.push(preformatted(table));
    table = [];
  };
  for (const paragraph of paragraphs) {
    if (isTable(paragraph)) {
      const lines = paragraph.split('\n').map((line) => line.replaceAll('\t', '    ').trimEnd());
      table.push(...lines.filter(Boolean));
      continue;
    }
    endTable();
    const line = oneLine(paragraph);
    if (line) blocks.push(escapeMarkdown(line));
  }
  endTable();
  return blocks.join('\n\n');
}

/** A line with two gaps has three columns; a single gap counts if two lines have one, since typists double spaces. */
function isTable(paragraph: string): boolean {
  const gaps = paragraph.split('\n').map((line) => line.match(/\S(?: {3,}|\t+)(?=\S)/g)?.length ?? 0);
  return gaps.some((count) => count > 1) || gaps.filter((count) => count > 0).length > 1;
}

function preformatted(lines: readonly string[]): string {
  const longestRun = Math.max(0, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(Math.max(3, longestRun + 1));
  return [fence, ...lines, fence].join('\n');
}
