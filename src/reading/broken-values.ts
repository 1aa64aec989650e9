import { parseDocument } from 'yaml';
import type { Collection } from '#src/schemas/collections.ts';
import { collectionFacts, type FieldFacts, type ValueFacts } from '#src/schemas/field-facts.ts';

/** A quotation mark, a backslash or a colon because of which YAML cannot read a value. */
export interface BrokenValue {
  kind: 'open-single-quote' | 'open-double-quote' | 'backslash' | 'colon-without-space';
  /** Of the sign, in UTF-16 units. */
  offset: number;
  /** What follows it: the letter after a backslash, the name before a colon. */
  rest: string;
}

/** A line that may hold a field, an item or both, outside blocks. */
interface ValueLine {
  key: string;
  /** How far the line is indented. */
  indent: number;
  /** Of the value. */
  start: number;
  /** In quotation marks or brackets, with the deeper lines that belong to it. */
  value: string;
}

const LINE =
  /^(?<before>(?<indent>[ \t]*)(?<hyphens>(?:-[ \t]+)*)(?:(?<key>[A-Za-z]\w*)[ \t]*:(?:[ \t]+|(?=\r?$)))?)(?<value>.*?)\r?$/;
const BLOCK = /^[|>][+-]?\d?[+-]?(?:[ \t]+#.*)?$/;

/**
 * Finds what keeps a text from being read: a quotation mark that no other closes, often an apostrophe; a backslash that means
 * nothing within quotation marks; a field's name whose colon has no space after it.
 * @param isBroken whether the text cannot be read; one that can may still lack a space: `title:Reef: a day` is a field, too
 */
export function brokenValues(text: string, collection: Collection, isBroken: boolean): readonly BrokenValue[] {
  if (!isBroken && !MAY_LACK_SPACE.test(text)) return [];
  const lines = valueLines(text);
  const colons = colonsWithoutSpace(lines, collection, isBroken);
  return isBroken ? [...lines.flatMap(openQuote), ...badBackslashes(text), ...colons] : colons;
}

const MAY_LACK_SPACE = /^[ \t-]*[A-Za-z]\w*:[\p{L}\p{N}"'[{#/-]/mu;

/** No one writes a longer text in quotation marks. */
const MOST_LINES = 100;

function isDeeper(line: string | undefined, column: number): boolean {
  return line !== undefined && (line.trim() === '' || line.search(/[^ \t]/) > column);
}

function valueLines(text: string): ValueLine[] {
  const lines = text.split('\n');
  let start = 0;
  const starts = lines.map((line) => (start += line.length + 1) - line.length - 1);
  const found: ValueLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const {
      before = '',
      indent = '',
      hyphens = '',
      key = '',
      value = '',
    } = LINE.exec(lines[index] ?? '')?.groups ?? {};
    const column = key ? indent.length + hyphens.length : indent.length;
    const isBlock = BLOCK.test(value);
    const most = isBlock ? lines.length : /^["'[{]/.test(value) ? MOST_LINES : 0;
    let last = index;
    while (last < index + most && isDeeper(lines[last + 1], column)) last += 1;
    const at = (starts[index] ?? 0) + before.length;
    if (isBlock) index = last;
    else
      found.push({
        key,
        indent: indent.length,
        start: at,
        value: [value, ...lines.slice(index + 1, last + 1)].join('\n'),
      });
  }
  return found;
}

/** Up to and with the mark that closes a text. */
const CLOSED = { "'": /(?:[^']|'')*'/y, '"': /(?:[^"\\]|\\[^])*"/y } as const;

/** Where a text may begin within brackets or braces. */
const IN_BRACKETS = /(?:^|,)[[{ \t\r\n]*(?:\w+:[ \t]+)?(?=(?<sign>["']))/g;

function openQuote({ start, value }: ValueLine): BrokenValue[] {
  const places = /^["']/.test(value) ? [0] : /^[[{]/.test(value) ? placesInBrackets(value) : [];
  let end = 0;
  for (const at of places) {
    const sign = value[at] === '"' ? '"' : "'";
    if (at < end) continue;
    CLOSED[sign].lastIndex = at + 1;
    if (!CLOSED[sign].test(value)) {
      const kind = sign === '"' ? 'open-double-quote' : 'open-single-quote';
      return [{ kind, offset: start + at, rest: sign }];
    }
    end = CLOSED[sign].lastIndex;
  }
  return [];
}

function placesInBrackets(value: string): number[] {
  return [...value.matchAll(IN_BRACKETS)].map(({ index, 0: before }) => index + before.length);
}

/** Backslashes within double quotation marks that begin no escape sequence of YAML (yaml.org/spec/1.2.2, section 5.7). */
function badBackslashes(text: string): BrokenValue[] {
  if (!text.includes('\\')) return [];
  return parseDocument(text)
    .errors.filter(({ code }) => code === 'BAD_DQ_ESCAPE')
    .map(({ pos: [offset] }) => ({ kind: 'backslash', offset, rest: text.charAt(offset + 1) }));
}

/**
 * `draft:true`, of fields that exist; `https://…` is no field. In a text that can be read, lines within others are words, but for those
 * below a field that has fields of its own.
 */
function colonsWithoutSpace(lines: readonly ValueLine[], collection: Collection, isBroken: boolean): BrokenValue[] {
  let fields: readonly FieldFacts[] | undefined;
  let parent: ValueLine | undefined;
  return lines.flatMap((line): BrokenValue[] => {
    const { key, indent, start, value } = line;
    if (indent === 0) parent = line;
    const [, name] = LACKS_SPACE.exec(value) ?? [];
    if (key || name === undefined) return [];
    fields ??= collectionFacts(collection);
    const around = parent?.value === '' ? fields.filter((field) => field.name === parent?.key) : [];
    const known = isBroken
      ? namesIn(fields)
      : indent === 0
        ? fields.map((field) => field.name)
        : namesIn(around).slice(1);
    return known.includes(name) ? [{ kind: 'colon-without-space', offset: start + name.length, rest: name }] : [];
  });
}

const LACKS_SPACE = /^([A-Za-z]\w*):(?:[\p{L}\p{N}"'[{#-]|\/(?!\/))/u;

function namesIn(fields: readonly (ValueFacts & { name?: string })[]): string[] {
  return fields.flatMap(({ name, fields: inner = [], item }) => [
    ...(name === undefined ? [] : [name]),
    ...namesIn(inner),
    ...namesIn(item ? [item] : []),
  ]);
}
