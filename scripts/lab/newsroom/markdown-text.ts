import { oneLine } from '#src/writing/clean-text.ts';
import { escapeMarkdown } from '#src/writing/escape-markdown.ts';

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
