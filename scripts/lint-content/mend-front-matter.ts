import { isDeepStrictEqual } from 'node:util';
import { parseYaml } from '#src/reading/front-matter.ts';
import { scalarsIn, type WrittenScalar } from '#src/reading/written-scalars.ts';
import { fieldName } from '#src/schemas/explain.ts';
import { parseInstant, SITE_UTC_OFFSET } from '#src/schemas/shared-fields.ts';

/** What was changed in a text. */
export interface Mend {
  /** From 1, in the text that was mended. */
  line: number;
  column: number;
  /** '' where no field is meant. */
  field: string;
  before: string;
  after: string;
}

/** Finds the one known name that was meant. @returns undefined where nothing is certain */
export type NameFinder = (field: string, written: string) => string | undefined;

/** A change of a text, and of what it says where it says something else by it. */
interface Edit extends Mend {
  start: number;
  end: number;
  text: string;
  path?: WrittenScalar['path'];
}

/** A mended text, and what was done; or why a text was left as it was. */
export type Mended = { text: string; mends: Mend[] } | { refused: string };

/** A time of day without an offset: the site's own zone is meant, as {@link parseInstant} says. */
const UNZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;

const DATES = /^(?:pubDate|updatedDate|expiryDate|withdrawn\.date|corrections\[\d+\]\.date)$/;

/**
 * Mends in front matter what is certain, each at its place: nothing else is written anew, and nothing is said otherwise.
 * @param frontMatter YAML
 * @param nameFor of fields that name something
 * @returns the same text where there is nothing to mend
 */
export function mendFrontMatter(frontMatter: string, nameFor: NameFinder): Mended {
  const before = parseYaml(frontMatter);
  // What cannot be read is nobody's to mend but an editor's.
  if (!before.ok) return { text: frontMatter, mends: [] };
  const scalars = scalarsIn(frontMatter);
  const values = scalars.flatMap((scalar) => valueEdit(scalar, nameFor) ?? []);
  const spaces = spaceEdits(frontMatter).filter(
    ({ start }) => !scalars.some((scalar) => scalar.start < start && start < scalar.end),
  );
  const edits = [...withoutTwins(values, before.data), ...spaces].sort((a, b) => a.start - b.start);
  if (edits.length === 0) return { text: frontMatter, mends: [] };
  let text = frontMatter;
  for (const { start, end, text: replacement } of edits.toReversed())
    text = text.slice(0, start) + replacement + text.slice(end);
  const after = parseYaml(text);
  if (!after.ok || !isDeepStrictEqual(after.data, withEdits(before.data, edits)))
    return { refused: 'it would say something else' };
  return {
    text,
    mends: edits.map(({ line, column, field, before: was, after: is }) => ({
      line,
      column,
      field,
      before: was,
      after: is,
    })),
  };
}

/** A change of one value. */
function valueEdit(scalar: WrittenScalar, nameFor: NameFinder): Edit | undefined {
  const { path, value, contentStart, contentEnd, line, column } = scalar;
  const field = fieldName(path);
  const after =
    DATES.test(field) && UNZONED.test(value) && parseInstant(value)
      ? `${value}${SITE_UTC_OFFSET}`
      : nameFor(field.replace(/\[\d+\]$/, ''), value);
  if (after === undefined || after === value) return undefined;
  return { line, column, field, before: value, after, start: contentStart, end: contentEnd, text: after, path };
}

/** A name that its list has already is not written into it twice. */
function withoutTwins(edits: readonly Edit[], data: unknown): Edit[] {
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
      before: 'trailing spaces',
      after: '',
      start: index,
      end: index + spaces.length,
      text: '',
    };
  });
}

/** What a text says once its values are changed: to be what the mended text says. */
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
