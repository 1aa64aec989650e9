/** A row of a table. */
export interface CsvRow {
  /** The line on which it begins, from 1. */
  line: number;
  cells: string[];
  /** Whether a quotation mark of it is never closed. */
  isOpen?: boolean;
}

/**
 * The rows of a CSV text (RFC 4180), or of one without commas. Lines that begin with # are comments, which are left out, as are
 * empty ones.
 * @param separator between cells
 */
export function csvRows(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end + 1;
      line += 1;
      continue;
    }
    const row: CsvRow = { line, cells: [] };
    for (let isRow = true; isRow;) {
      const { cell, end, isOpen } = readCell(text, at, separator);
      row.cells.push(cell);
      if (isOpen) row.isOpen = true;
      line += text.slice(at, end).split('\n').length - 1;
      isRow = text[end] === separator;
      at = isRow ? end + 1 : end;
    }
    // The line end after the row, which may be two characters.
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at < text.length) line += 1;
    at += 1;
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
  }
  return rows;
}

/** @returns the cell, and the place of the separator or line end after it */
function readCell(text: string, start: number, separator: string): { cell: string; end: number; isOpen?: boolean } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
    const isWindows = text[end - 1] === '\r' && text[end] === '\n' && end > start;
    return { cell: text.slice(start, isWindows ? end - 1 : end), end: isWindows ? end - 1 : end };
  }
  let cell = '';
  let at = start + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return { cell: cell + text.slice(at), end: text.length, isOpen: true };
    cell += text.slice(at, mark);
    at = mark + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at += 1;
  }
  // What is after the closing mark belongs to the cell, though it should not be there.
  const { cell: rest, end } = text[at] === '"' ? { cell: '', end: at } : readCell(text, at, separator);
  return { cell: cell + rest, end };
}
