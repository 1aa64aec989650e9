import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { parseYaml } from './front-matter.ts';

/** A text in quotation marks that has the same mark within it, where YAML takes the first of them for its end. */
export interface InnerQuotes {
  path: readonly (string | number)[];
  sign: '"' | "'";
  /** Of the marks within the text, in UTF-16 units; at least one. */
  offsets: readonly number[];
}

/** From one mark to another of its kind: a text may go on in deeper lines that are no fields or items. None is longer. */
const TEXT = String.raw`(?<value>(["'])(?:.|\r?\n(?=[ \t]+(?!\w+:\s|-\s|[#\s]))){0,1000}?\2)`;

/** The value of a field or item, with at most a comment after it. */
const ON_A_LINE = new RegExp(
  String.raw`^[ \t]*(?:(?:-[ \t]+)+(?:\w+:[ \t]+)?|\w+:[ \t]+)${TEXT}(?=[ \t]*\r?$|[ \t]+#)`,
  'gm',
);

/** The same within brackets, up to a comma or what closes them. */
const IN_BRACKETS = new RegExp(String.raw`[[{,]\s*(?:\w+:[ \t]+)?${TEXT}(?=\s*[,\]}])`, 'g');

/** Finds texts that are cut short by a mark within them: `'The class of '99'`. */
export function innerQuotes(text: string): readonly InnerQuotes[] {
  const found = new Map<number, Omit<InnerQuotes, 'path'>>();
  for (const pattern of [ON_A_LINE, IN_BRACKETS])
    for (const { 0: all, index, groups: { value = '' } = {} } of text.matchAll(pattern)) {
      const start = index + all.length - value.length;
      const sign = value.startsWith('"') ? '"' : "'";
      const offsets = loneSigns(value, sign).map((at) => start + at);
      // `"a": "b"` is no text with marks in it, but a field.
      if (offsets.length > 0 && !found.has(start) && !parseYaml(value).ok) found.set(start, { sign, offsets });
    }
  if (found.size === 0) return [];
  // With letters in their place, YAML says which of them are texts, and of which fields.
  const inner = new Set([...found.values()].flatMap(({ offsets }) => offsets));
  const readable = text.replace(/["']/g, (sign, at: number) => (inner.has(at) ? 'x' : sign));
  const texts: InnerQuotes[] = [];
  const walk = (node: unknown, path: InnerQuotes['path']): void => {
    if (isScalar(node)) {
      const quotes = node.type?.startsWith('QUOTE') ? found.get(node.range?.[0] ?? -1) : undefined;
      if (quotes) texts.push({ ...quotes, path });
    } else if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    else if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : '']);
  };
  walk(parseDocument(readable).contents, []);
  return texts;
}

/** Where marks are that nothing escapes, between the first and the last sign of a value. */
function loneSigns(value: string, sign: '"' | "'"): number[] {
  const written = sign === '"' ? /\\.|"/g : /''|'/g;
  return [...value.slice(1, -1).matchAll(written)].filter(([part]) => part === sign).map(({ index }) => index + 1);
}
