import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Scalar } from 'yaml';
import type { ShapeFault } from '#src/rules/rule.ts';
import { FORM_MARK, withoutFormMarks } from '#src/schemas/form-marks.ts';

/** Where and why a YAML text could not be read: line and column from 1, within that text. */
interface YamlFault {
  ok: false;
  fault: ShapeFault;
  line: number;
  column: number;
  /** What the parser says, in English. */
  reason: string;
}

/** The content of a YAML text, or what is wrong with it. */
export type YamlResult = { ok: true; data: unknown } | YamlFault;

/**
 * Reads YAML 1.2 with its core schema, named here so that no change of a default can turn dates into instants: an
 * unzoned time read as UTC would publish a 09:00 article at 04:00 in Cancún. `yes` and `on` stay text.
 *
 * What the form has left in a file is taken off, so that it is no unknown field.
 *
 * js-yaml is ten times as fast as a parser that keeps positions; {@link file://./locate-field.ts} finds a field's line only for
 * the rare file that has a problem.
 */
export function parseYaml(text: string): YamlResult {
  const refused = MAY_BE_REFUSED.test(text) && firstRefused(text);
  if (refused) return refused;
  try {
    const data = load(text, { schema: CORE_SCHEMA }) ?? {};
    return { ok: true, data: text.includes(FORM_MARK) ? withoutFormMarks(data) : data };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason } = error;
    const fault = FAULTS.find(([words]) => reason.startsWith(words))?.[1] ?? 'syntax';
    if (fault === 'documents') return { ok: false, fault, line: lineOfSecondDocument(text), column: 1, reason };
    const mark = error.mark as { line: number; column: number } | undefined;
    return { ok: false, fault, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, reason };
  }
}

/** Faults that have a rule of their own, by how js-yaml words them. */
const FAULTS: readonly (readonly [string, ShapeFault])[] = [
  ['duplicated mapping key', 'duplicate-key'],
  ['expected a single document', 'documents'],
  ['tab characters must not be used', 'tab'],
];

/** What may be an anchor, an alias, a tag or a merge key; most front matter has none, and the second parser is slow. */
const MAY_BE_REFUSED = /(?:^|[\s[{,:-])(?:[&*][^\s]|!|<<\s*:)/m;

/**
 * The first YAML feature that is not allowed: with anchors, 350 bytes can expand to gigabytes; a merge key adds fields that
 * are not visible in the file; a tag decides a type, which only the schema may do.
 */
function firstRefused(text: string): YamlFault | undefined {
  const lines = new LineCounter();
  let found: { fault: ShapeFault; offset: number } | undefined;
  visit(parseDocument(text, { lineCounter: lines }), (_, node) => {
    if (isAlias(node)) found = { fault: 'anchor', offset: node.range?.[0] ?? 0 };
    else if (isMap(node) || isScalar(node) || isSeq(node)) {
      const start = node.range?.[0] ?? 0;
      if (node.anchor) found = { fault: 'anchor', offset: start };
      else if (node.tag) found = { fault: 'tag', offset: startOfTag(text, start) };
    } else if (isPairOfMerge(node)) found = { fault: 'merge-key', offset: node.key.range?.[0] ?? 0 };
    return found ? visit.BREAK : undefined;
  });
  if (!found) return undefined;
  const { line, col } = lines.linePos(found.offset);
  return { ok: false, fault: found.fault, line, column: col, reason: `a YAML ${found.fault} is not allowed` };
}

function isPairOfMerge(node: unknown): node is { key: Scalar } {
  return isPair(node) && isScalar(node.key) && node.key.value === '<<' && node.key.type === 'PLAIN';
}

/** A tag is written before its value: the parser says where that begins. */
function startOfTag(text: string, valueStart: number): number {
  const last = text.lastIndexOf('!', valueStart);
  const space = text.slice(0, Math.max(0, last)).search(/\S*$/);
  return Math.max(0, space);
}

/** A document ends before a line `---` that is not the first, or with `...`. */
function lineOfSecondDocument(text: string): number {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const second = lines.findIndex((line, index) => index > first && /^(?:---|\.\.\.)(?:\s|$)/.test(line));
  return Math.max(0, second) + 1;
}
