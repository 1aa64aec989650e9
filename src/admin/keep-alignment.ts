/** A table's second line: `| --- | :-: |`. */
const RULE_LINE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A table of a text: the words of its head, and how its columns are aligned. */
interface Table {
  /** The number of the line below the head. */
  line: number;
  head: string;
  columns: readonly string[];
}

/**
 * A text with the columns of its tables aligned as they were: the CMS writes every table anew when a text is edited, and knows no
 * alignment. A table is the same if its head has the same words; else if it is the only one, with as many columns.
 * @param before the text as it was read from its file
 */
export function keepAlignment(body: string, before: string): string {
  const aligned = tablesIn(before).filter(({ columns }) => columns.some((column) => column.includes(':')));
  if (aligned.length === 0) return body;
  const lines = body.split('\n');
  const tables = tablesIn(body);
  for (const { line, head, columns } of tables) {
    if (columns.some((column) => column.includes(':'))) continue;
    const same = aligned.find((table) => table.head === head) ?? (tables.length === 1 ? aligned[0] : undefined);
    if (same?.columns.length === columns.length) lines[line] = `| ${same.columns.join(' | ')} |`;
  }
  return lines.join('\n');
}

function tablesIn(text: string): Table[] {
  const lines = text.split('\n');
  let fence = '';
  return lines.flatMap((line, number) => {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    const head = lines[number - 1] ?? '';
    if (fence !== '' || !head.includes('|') || !line.includes('-') || !RULE_LINE.test(line)) return [];
    const columns = cellsOf(line);
    const names = cellsOf(head);
    return names.length === columns.length ? [{ line: number, head: names.join('|'), columns }] : [];
  });
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
