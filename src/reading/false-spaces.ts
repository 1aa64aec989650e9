import { isMap, isScalar, isSeq, Lexer, parseDocument } from 'yaml';
import type { Collection } from '#src/schemas/collections.ts';
import { FALSE_SPACE, plainSpaces } from '#src/schemas/false-space.ts';
import { isWords, valueFactsAt } from '#src/schemas/field-facts.ts';
import { parseYaml } from './front-matter.ts';
import { positionAt } from './position-at.ts';

/** A space of a kind that YAML takes for a letter, where only the layout is meant. */
export interface FalseSpace {
  /** From 1. */
  line: number;
  column: number;
  character: string;
  /** What belongs in its place: plain spaces, or nothing. */
  replacement: string;
}

/** A text with plain spaces where it had others. */
interface MendedSpaces {
  text: string;
  spaces: readonly FalseSpace[];
}

/** A run of spaces, one of them at least false, and what belongs there. */
interface Run {
  start: number;
  end: number;
  replacement: string;
}

const FALSE = FALSE_SPACE.source;
const GAP = `(?:[ \\t]|${FALSE})*`;
const RUN = `(?<run>[ \\t]*${FALSE}${GAP})`;
const KEY = '[A-Za-z][\\w-]*';
/** The beginning of a line up to its value, if it has one. */
const LEAD = `^${GAP}(?:-${GAP})?`;
/** What shows by itself where it ends: a text in quotation marks, a list, an object, the head of a block. */
const CLOSED = `(?:"[^"]*"|'[^']*'|[[{].*[\\]},[{]|[[{]|[\\]}]+,?|[|>][+-]?)`;

/** Where a line needs spaces, whatever is in it. */
const PLACES = [
  // A line of nothing else; before a field, an item, a comment or a closing bracket.
  `^${RUN}(?=\\r?$|(?:-|["']?${KEY}["']?${GAP}:)(?:[ \\t\\r]|${FALSE}|$)|[#\\]}])`,
  // After a hyphen, before and after a colon.
  `^${GAP}(?:-[ \\t]+)*-${RUN}`,
  `${LEAD}${KEY}${RUN}:(?:[ \\t\\r]|${FALSE}|$)`,
  `${LEAD}${KEY}${GAP}:${RUN}`,
  `${LEAD}(?:${KEY}${GAP}:)?${GAP}${CLOSED}${RUN}\\r?$`,
].map((place) => new RegExp(place, 'd'));

/** The lines `---` around front matter. */
const FENCE = new RegExp(`^\\uFEFF?(?<before>${GAP})---(?<after>${GAP})\\r?$`);

/**
 * Puts plain spaces in the place of false ones in the layout of a YAML text: indentation, after hyphens and colons, around
 * brackets, dates and names. Those between words are the writer's business, and stay.
 */
export function mendSpaces(text: string, collection: Collection): MendedSpaces {
  if (!FALSE_SPACE.test(text)) return { text, spaces: [] };
  const runs = runsInLines(text);
  const indented = mendValues(replaced(text, runs), collection);
  if (indented.spaces.length === 0 || parseYaml(indented.text).ok) return indented;
  // They may be before a field that should not be indented at all.
  const flush = runs.map((run) => (isAtLineStart(text, run) ? { ...run, replacement: '' } : run));
  const moved = mendValues(replaced(text, flush), collection);
  if (parseYaml(moved.text).ok) return moved;
  // What can be read as it is must not become unreadable.
  return parseYaml(text).ok ? { text, spaces: [] } : indented;
}

/** The same for the two lines `---` around the front matter of a Markdown file. */
export function mendFences(text: string): MendedSpaces {
  if (!FALSE_SPACE.test(text)) return { text, spaces: [] };
  const lines = linesOf(text);
  const fences = lines.filter(({ line }) => FENCE.test(line)).slice(0, 2);
  if (fences[0]?.start !== 0) return { text, spaces: [] };
  const runs = fences.flatMap(({ line, start }): Run[] => {
    const { before = '', after = '' } = FENCE.exec(line)?.groups ?? {};
    const dashes = start + line.indexOf('---');
    const gaps = [
      { start: dashes - before.length, end: dashes, replacement: '' },
      { start: dashes + 3, end: dashes + 3 + after.length, replacement: '' },
    ];
    return gaps.filter((gap) => FALSE_SPACE.test(text.slice(gap.start, gap.end)));
  });
  return replaced(text, runs);
}

/** Runs at the places of each line, but for those within a text in quotation marks or a block (`|`, `>`). */
function runsInLines(text: string): Run[] {
  const found = linesOf(text).flatMap(({ line, start }) => {
    if (!FALSE_SPACE.test(line)) return [];
    const places = PLACES.flatMap((place): Run[] => {
      const [from, to] = place.exec(line)?.indices?.groups?.['run'] ?? [];
      if (from === undefined || to === undefined) return [];
      return [runAt(text, start + from, start + to)];
    });
    return places.filter((run, index) => places.findIndex((other) => other.start === run.start) === index);
  });
  // With plain spaces in their place, the rest is read as it will be.
  const asSpaces = text.split('');
  for (const { start, end } of found) asSpaces.fill(' ', start, end);
  const texts = closedTexts(asSpaces.join(''));
  return found.filter(
    (run) => !isByteOrderMark(text, run) && !texts.some(({ start, end }) => start < run.start && run.start < end),
  );
}

/** Texts in quotation marks and blocks: what is within them is content. */
function closedTexts(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  let isBlock = false;
  for (const token of new Lexer().lex(text)) {
    // Tokens that only say what follows.
    if (/^[\u0002\u0018\u001f]$/.test(token)) continue;
    if (/^["']/.test(token) || isBlock) ranges.push({ start: at, end: at + token.length });
    isBlock = /^[|>][+-]?\d?[+-]?$/.test(token) || (isBlock && /^(?:[ \t]+|\r?\n|#.*)$/.test(token));
    at += token.length;
  }
  return ranges;
}

/** The same for values that cannot contain a space at all, and for fields within braces. */
function mendValues(mended: MendedSpaces, collection: Collection): MendedSpaces {
  let { text, spaces } = mended;
  // Only when one is mended can the next be read as a field.
  for (;;) {
    const next = replaced(text, runsInValues(text, collection));
    if (next.spaces.length === 0) return { text, spaces };
    text = next.text;
    spaces = [...spaces, ...next.spaces];
  }
}

function runsInValues(text: string, collection: Collection): Run[] {
  if (!FALSE_SPACE.test(text)) return [];
  const runs: Run[] = [];
  const add = (start: number, source: string, pattern: RegExp) => {
    for (const { index, 0: run } of source.matchAll(pattern))
      runs.push(runAt(text, start + index, start + index + run.length));
  };
  const walk = (node: unknown, path: readonly (string | number)[]) => {
    if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue;
        const source = text.slice(key.range[0], key.range[1]);
        if (node.flow) add(key.range[0], source, KEY_EDGES);
        walk(value, [...path, String(key.value)]);
      }
    } else if (isScalar(node) && node.range && /^(?:PLAIN|QUOTE)/.test(node.type ?? '')) {
      const facts = valueFactsAt(collection, path);
      if (!facts || isWords(facts)) return;
      const inner = node.type === 'PLAIN' ? 0 : 1;
      const [start, end] = [node.range[0] + inner, node.range[1] - inner];
      const from = runs.length;
      add(start, text.slice(start, end), facts.kind === 'instant' ? ANY : inner > 0 ? QUOTED_EDGES : EDGES);
      // Within quotation marks, a space at an edge would be a part of the value.
      if (inner > 0)
        for (const run of runs.slice(from)) if (run.start === start || run.end === end) run.replacement = '';
    }
  };
  walk(parseDocument(text).contents, []);
  return runs;
}

const ANY = new RegExp(`(?:${FALSE})+`, 'g');
/** Before and after a value, and before a comment. */
const EDGES = new RegExp(`^(?:${FALSE})+|(?:${FALSE})+(?=#|$)`, 'g');
/** The same within quotation marks, with the plain spaces beside them. */
const QUOTED_EDGES = new RegExp(`^[ \\t]*${FALSE}${GAP}|[ \\t]*${FALSE}${GAP}$`, 'g');
/** Around a field's name, and after its colon. */
const KEY_EDGES = new RegExp(
  `^(?:${FALSE})+|(?<=^${GAP}${KEY})(?:${FALSE})+(?=:|$)|(?<=^${GAP}${KEY}:)(?:${FALSE})+`,
  'g',
);

function replaced(text: string, runs: readonly Run[]): MendedSpaces {
  let mended = text;
  for (const { start, end, replacement } of runs.toSorted((a, b) => b.start - a.start))
    mended = mended.slice(0, start) + replacement + mended.slice(end);
  const spaces = runs.map(({ start, end, replacement }) => {
    const at = start + Math.max(0, text.slice(start, end).search(FALSE_SPACE));
    return { ...positionAt(text, at), character: text.charAt(at), replacement };
  });
  return { text: mended, spaces };
}

/** A run that is mended: between two words a space remains, even if what was written has no width. */
function runAt(text: string, start: number, end: number): Run {
  const isAtEdge = isAtLineStart(text, { start }) || /^(?:\r?\n|$)/.test(text.slice(end, end + 2));
  return { start, end, replacement: plainSpaces(text.slice(start, end)) || (isAtEdge ? '' : ' ') };
}

/** A file may begin with one. */
function isByteOrderMark(text: string, { start, end }: Run): boolean {
  return start === 0 && end === 1 && text.startsWith('\uFEFF');
}

function isAtLineStart(text: string, { start }: Pick<Run, 'start'>): boolean {
  return start === 0 || text[start - 1] === '\n';
}

function linesOf(text: string): { line: string; start: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { line, start };
    start += line.length + 1;
    return found;
  });
}
