import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/**
 * Finds a field in a YAML text.
 * @param path keys and indexes from the root
 * @returns line and column from 1 of the key (or list item); of the nearest existing parent if there is no such field
 */
export function locateField(text: string, path: readonly PropertyKey[]): { line: number; column: number } {
  const { document, lines } = parsed(text);
  let offset = 0;
  let node: unknown = document.contents;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (!pair) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else {
      node = document.getIn(path.slice(0, path.indexOf(part) + 1), true);
      const start = rangeStart(node);
      if (start === undefined) break;
      offset = start;
    }
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

interface ParsedText {
  text: string;
  document: Document;
  lines: LineCounter;
}

/** The text that was parsed last: the fields that a file's findings are about are looked for one after another. */
let last: ParsedText | undefined;

function parsed(text: string): ParsedText {
  if (last?.text === text) return last;
  const lines = new LineCounter();
  return (last = { text, document: parseDocument(text, { lineCounter: lines }), lines });
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range?.[0];
}
