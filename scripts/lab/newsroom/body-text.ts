import { oneLine } from './clean-text.ts';
import { escapeMarkdown, preformatted } from './escape-markdown.ts';

/**
 * The Markdown of a story's paragraphs. Tables, which the wire sets with runs of spaces, keep their lines; neighbouring
 * ones become one block. All other text flows.
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
      table.push(
        ...paragraph
          .split('\n')
          .map((line) => line.replaceAll('\t', '    ').trimEnd())
          .filter(Boolean),
      );
      continue;
    }
    endTable();
    const line = oneLine(paragraph);
    if (line) blocks.push(escapeMarkdown(line));
  }
  endTable();
  return blocks.join('\n\n');
}

/** A line with two gaps has three columns; a single gap counts where two lines have one, since typists double spaces. */
export function isTable(paragraph: string): boolean {
  const gaps = paragraph.split('\n').map((line) => line.match(/\S(?: {3,}|\t+)(?=\S)/g)?.length ?? 0);
  return gaps.some((count) => count > 1) || gaps.filter((count) => count > 0).length > 1;
}
