import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';

/** A text value as it is written in YAML. */
export interface WrittenScalar {
  path: readonly (string | number)[];
  /** As {@link scalarsIn} says. */
  value: string;
  /** What it is read as, if that is text. */
  text: string | undefined;
  style: 'plain' | 'single' | 'double' | 'block';
  /** Its range in the text, with quotation marks. */
  start: number;
  end: number;
  /** The range of its characters, without quotation marks. */
  contentStart: number;
  contentEnd: number;
  /** From 1. */
  line: number;
  column: number;
}

const STYLES: Readonly<Record<Scalar.Type, WrittenScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

/**
 * The scalars of a YAML text with their ranges: what a program can replace without touching anything else. The value of
 * numbers, blocks (`|`, `>`) and text with escapes is ''.
 */
export function scalarsIn(text: string): WrittenScalar[] {
  const lines = new LineCounter();
  const found: WrittenScalar[] = [];
  const walk = (node: unknown, path: WrittenScalar['path']) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) if (isScalar(key)) walk(value, [...path, String(key.value)]);
    } else if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    else if (isScalar(node) && node.range) {
      const [start, end] = node.range;
      const style = STYLES[node.type ?? 'PLAIN'];
      const isQuoted = style === 'single' || style === 'double';
      const [contentStart, contentEnd] = isQuoted ? [start + 1, end - 1] : [start, end];
      const isPlain = typeof node.value === 'string' && text.slice(contentStart, contentEnd) === node.value;
      const { line, col } = lines.linePos(start);
      found.push({
        path,
        value: isPlain ? String(node.value) : '',
        text: typeof node.value === 'string' ? node.value : undefined,
        style,
        start,
        end,
        contentStart,
        contentEnd,
        line,
        column: col,
      });
    }
  };
  walk(parseDocument(text, { lineCounter: lines }).contents, []);
  return found;
}

/** The path of the innermost value of a YAML text that begins at or before an offset and ends after it. */
export function pathAt(text: string, offset: number): WrittenScalar['path'] {
  const isAt = (node: unknown) => isNode(node) && node.range && node.range[0] <= offset && offset <= node.range[1];
  const walk = (node: unknown, path: WrittenScalar['path']): WrittenScalar['path'] => {
    if (isMap(node)) {
      const pair = node.items.find(({ value }) => isAt(value));
      return isScalar(pair?.key) ? walk(pair.value, [...path, String(pair.key.value)]) : path;
    }
    const index = isSeq(node) ? node.items.findIndex(isAt) : -1;
    return isSeq(node) && index >= 0 ? walk(node.items[index], [...path, index]) : path;
  };
  return walk(parseDocument(text).contents, []);
}
