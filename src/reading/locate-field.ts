import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/**
 * Finds a field in a YAML text.
 * @param path keys and indexes from the root
 * @returns line and column from 1 of the key (or list item); of the nearest existing parent if there is no such field
 */
export function locateField(text: string, path: readonly PropertyKey[]): { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
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

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range?.[0];
}
