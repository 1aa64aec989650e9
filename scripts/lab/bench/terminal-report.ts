import { machineText } from './machine.ts';
import { growthRows, notesOf, peerRows, scenarioRows, sizeText, type Rows } from './report-rows.ts';
import type { BenchResults } from './results.ts';

/** The results for a person at a terminal. */
export function terminalReport(results: BenchResults): string {
  const blocks = [
    ...results.sizes.flatMap((size) => [
      sizeText(size, results),
      table(scenarioRows(size, results.comparedWith)),
      ...(size.peers.length > 0 ? [table(peerRows(size))] : []),
    ]),
    table(growthRows(results)),
    machineText(results.machine),
    notesOf(results).join('\n'),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** Columns as wide as their widest cell, the first to the left and the others to the right; nothing without rows. */
function table(rows: Rows): string {
  if (rows.length < 2) return '';
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
