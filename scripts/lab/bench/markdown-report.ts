import { machineText } from './machine.ts';
import { growthRows, notesOf, peerRows, scenarioRows, sizeText, type Rows } from './report-rows.ts';
import type { BenchResults } from './results.ts';

/** The results for a README, with the machine and the day they were measured on. */
export function markdownReport(results: BenchResults): string {
  const blocks = [
    ...results.sizes.flatMap((size) => [
      `**${sizeText(size, results)}**`,
      table(scenarioRows(size, results.comparedWith)),
      ...(size.peers.length > 0 ? [table(peerRows(size))] : []),
    ]),
    table(growthRows(results)),
    `Measured on ${results.date.slice(0, 10)}: ${machineText(results.machine)}. ${notesOf(results).map(oneLine).join(' ')}`,
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** A pipe table, numbers to the right; nothing without rows. */
function table([head = [], ...rows]: Rows): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** What a tool said may have many lines; in a README its first says enough. */
function oneLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
