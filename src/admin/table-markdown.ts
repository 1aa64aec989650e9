/**
 * A table as Markdown, from rows as an editor types them or copies them from a spreadsheet: a line for each, and `|` or a tab between
 * cells. The first row is the head.
 */
export function tableMarkdown(rows: string): string {
  const cells = rows
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const width = Math.max(1, ...cells.map((row) => row.length));
  const [head = [''], ...rest] = cells;
  const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
}

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim().replaceAll('|', '\\|'));
  return line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
