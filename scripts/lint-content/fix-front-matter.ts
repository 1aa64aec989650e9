import { isDeepStrictEqual } from 'node:util';
import { htmlEntitiesIn } from '#src/markdown/html-entities.ts';
import { mendSpaces, type FalseSpace } from '#src/reading/false-spaces.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { mendFrontMatter } from '#src/reading/mend-front-matter.ts';
import { positionAt } from '#src/reading/position-at.ts';
import { scalarsIn, type WrittenScalar } from '#src/reading/written-scalars.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { codePoint } from '#src/schemas/false-space.ts';
import { isWords, valueFactsAt } from '#src/schemas/field-facts.ts';
import { fieldName } from '#src/schemas/explain.ts';
import { isoInstant } from '#src/i18n/format.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';

/** A change of a text that corrects a mistake. */
export interface Fix {
  /** From 1, in the text before it was changed. */
  line: number;
  column: number;
  /** '' if no field is meant. */
  field: string;
  /** Undefined for spaces at the end of a line. */
  before: string | undefined;
  /** '' if it was removed. */
  after: string;
}

/** Finds the one known name that was meant. @returns undefined if it is not certain */
export type NameFinder = (field: string, written: string) => string | undefined;

/** A fix, with its place in the text and the value that it changes. */
interface Edit extends Fix {
  start: number;
  end: number;
  text: string;
  path?: WrittenScalar['path'];
}

/** A text with what was fixed in it; undefined if that would have changed other values. */
export type FixedText = { text: string; fixes: Fix[] } | undefined;

/** A time of day without an offset: the site's own zone is meant, as {@link parseInstant} says. */
const UNZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;

const DATES = /^(?:pubDate|updatedDate|expiryDate|withdrawn\.date|corrections\[\d+\]\.date)$/;

/**
 * Fixes mistakes in front matter whose correction is certain. Everything else keeps its bytes and its meaning.
 * @param frontMatter YAML
 * @param nameFor of fields that name something
 * @returns the same text if there is nothing to fix
 */
export function fixFrontMatter(frontMatter: string, nameFor: NameFinder, collection: Collection): FixedText {
  const layout = fixLayout(frontMatter, collection);
  const values = fixValues(layout.text, nameFor, collection);
  return values && { text: values.text, fixes: [...layout.fixes, ...values.fixes] };
}

/** Fixes indentation and spaces that YAML cannot read: whatever else is wrong, nothing else can be meant. */
function fixLayout(frontMatter: string, collection: Collection): NonNullable<FixedText> {
  const { text: spaced, spaces } = mendSpaces(frontMatter, collection);
  const tabs = parseYaml(spaced).ok ? [] : [...spaced.matchAll(/^ *\t[ \t]*/gm)];
  const untabbed =
    tabs.length > 0 ? spaced.replace(/^ *\t[ \t]*/gm, (indent) => indent.replaceAll('\t', '  ')) : spaced;
  const fixes = [
    ...spaces.map(spaceFix),
    ...tabs.map(({ index, 0: indent }) => tabFix(spaced, index + indent.indexOf('\t'))),
  ];
  for (const [text, made] of [
    [untabbed, fixes],
    [spaced, spaces.map(spaceFix)],
  ] as const)
    if (made.length > 0 && mendFrontMatter(text, collection).yaml.ok) return { text, fixes: [...made] };
  return { text: frontMatter, fixes: [] };
}

/** A special space that has become a plain one, or nothing. */
export function spaceFix({ line, column, character, replacement }: FalseSpace): Fix {
  return { line, column, field: '', before: codePoint(character), after: replacement && 'U+0020' };
}

function tabFix(text: string, offset: number): Fix {
  return { ...positionAt(text, offset), field: '', before: codePoint('\t'), after: 'U+0020' };
}

function fixValues(frontMatter: string, nameFor: NameFinder, collection: Collection): FixedText {
  const before = parseYaml(frontMatter);
  // Only an editor can fix what cannot be read.
  if (!before.ok) return { text: frontMatter, fixes: [] };
  const scalars = scalarsIn(frontMatter);
  const values = scalars.flatMap(
    (scalar) => valueEdit(scalar, nameFor) ?? entityEdit(frontMatter, scalar, collection) ?? [],
  );
  const spaces = spaceEdits(frontMatter).filter(
    ({ start }) => !scalars.some((scalar) => scalar.start < start && start < scalar.end),
  );
  const edits = [...withoutDuplicates(values, before.data), ...spaces].sort((a, b) => a.start - b.start);
  if (edits.length === 0) return { text: frontMatter, fixes: [] };
  let text = frontMatter;
  for (const { start, end, text: replacement } of edits.toReversed())
    text = text.slice(0, start) + replacement + text.slice(end);
  const after = parseYaml(text);
  if (!after.ok || !isDeepStrictEqual(after.data, withEdits(before.data, edits))) return undefined;
  const fixes = edits.map(({ start: _, end: _end, text: _text, path: _path, ...fix }) => fix);
  return { text, fixes };
}

/** A change of one value. */
function valueEdit(scalar: WrittenScalar, nameFor: NameFinder): Edit | undefined {
  const { path, value, contentStart, contentEnd, line, column } = scalar;
  const field = fieldName(path);
  const instant = DATES.test(field) && UNZONED.test(value) ? parseInstant(value) : undefined;
  const after = instant ? `${value}${isoInstant(instant).slice(19)}` : nameFor(field.replace(/\[\d+\]$/, ''), value);
  if (after === undefined || after === value) return undefined;
  return { line, column, field, before: value, after, start: contentStart, end: contentEnd, text: after, path };
}

/** A text with characters in place of its HTML entities. */
function entityEdit(frontMatter: string, scalar: WrittenScalar, collection: Collection): Edit | undefined {
  const { path, text: before, style, start, end, line, column } = scalar;
  if (!before?.includes('&') || !isWords(valueFactsAt(collection, path))) return undefined;
  const after = withoutEntities(before, (character) => character);
  if (after === before) return undefined;
  const place = { line, column, field: fieldName(path), before, after, path };
  const isPlain = SAFE_PLAIN.test(after) && !htmlEntitiesIn(before).some(({ character }) => /[,[\]{}]/.test(character));
  // Some characters mean something to YAML at the beginning of a text, beside a space or within brackets.
  if (style === 'plain') return { ...place, start, end, text: isPlain ? after : JSON.stringify(after) };
  const written = frontMatter.slice(start, end);
  return {
    ...place,
    start,
    end,
    text: withoutEntities(written, (character) => ESCAPES[style]?.[character] ?? character),
  };
}

function withoutEntities(text: string, asWritten: (character: string) => string): string {
  return htmlEntitiesIn(text).reduceRight(
    (fixed, { index, written, character }) =>
      fixed.slice(0, index) + asWritten(character) + fixed.slice(index + written.length),
    text,
  );
}

/** A text that needs no quotation marks. */
const SAFE_PLAIN = /^[\p{L}\p{N}“‘¿¡](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<!\s)$/u;

/** How a character is written within quotation marks. */
const ESCAPES: Readonly<Partial<Record<WrittenScalar['style'], Readonly<Record<string, string>>>>> = {
  single: { "'": "''" },
  double: { '"': '\\"', '\\': '\\\\' },
};

/** A name that its list already has is not written into it twice. */
function withoutDuplicates(edits: readonly Edit[], data: unknown): Edit[] {
  const taken = new Map<string, Set<unknown>>();
  return edits.filter(({ path, after }) => {
    if (!path || typeof path.at(-1) !== 'number') return true;
    const list = path.slice(0, -1);
    const names = taken.get(fieldName(list)) ?? new Set(listAt(data, list));
    taken.set(fieldName(list), names);
    return !names.has(after) && names.add(after);
  });
}

function listAt(data: unknown, path: readonly PropertyKey[]): readonly unknown[] {
  let at = data;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return Array.isArray(at) ? (at as unknown[]) : [];
}

/** Spaces at the ends of lines. */
function spaceEdits(text: string): Edit[] {
  return [...text.matchAll(/[ \t]+(?=\r?(?:\n|$))/g)].map(({ index, 0: spaces }) => {
    const lineStart = text.lastIndexOf('\n', index - 1) + 1;
    return {
      line: text.slice(0, index).split('\n').length,
      column: index - lineStart + 1,
      field: '',
      before: undefined,
      after: '',
      start: index,
      end: index + spaces.length,
      text: '',
    };
  });
}

/** The data of a text once its values are changed: what the fixed text must contain. */
function withEdits(data: unknown, edits: readonly Edit[]): unknown {
  const copy = structuredClone(data);
  for (const { path, after } of edits) {
    if (!path) continue;
    let at = copy as Record<PropertyKey, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as typeof at;
    at[path.at(-1) ?? ''] = after;
  }
  return copy;
}
