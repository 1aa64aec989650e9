import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { fieldNamedElsewhere } from './foreign-fields.ts';
import { meantAddress } from './meant-address.ts';
import { messageOf, type Message } from './message.ts';
import { showValue } from './problem.ts';
import { proposedSlug } from './proposed-slug.ts';

type Path = readonly PropertyKey[];

/** The names of a concept's fields: those at the top, or those of each group of fields by its path. */
export type KnownKeys = readonly string[] | ((path: Path) => readonly string[]);

/** One schema issue in an editor's terms; `path` lets the reader of the file find the line. */
export interface FieldProblem {
  path: Path;
  field: string;
  value: string | undefined;
  message: Message;
}

/**
 * Turns a schema's issues into problems for editors. What a schema cannot know is added here: that a field is missing or
 * empty rather than wrong, its value, and the known name an unknown key probably meant.
 * @param issues as `safeParse` reports them
 * @param data what was parsed, to show its values
 * @param knownKeys the field names of the concept, for suggestions
 */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  knownKeys: KnownKeys,
): FieldProblem[] {
  return issues.flatMap((issue) => explainIssue(issue, data, knownKeys));
}

/** The same for one issue: one problem, or one for each unknown key. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, knownKeys: KnownKeys): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = typeof knownKeys === 'function' ? knownKeys(issue.path) : issue.path.length ? [] : knownKeys;
    return issue.keys.map((key) => unknownKey([...issue.path, key], key, data, known));
  }
  return [{ path: issue.path, field: fieldName(issue.path), ...explainValue(issue, valueAt(data, issue.path)) }];
}

function explainValue(issue: z.core.$ZodIssue, value: unknown): Pick<FieldProblem, 'value' | 'message'> {
  const message = messageOf(issue);
  if (value === undefined) return { value: undefined, message: { key: 'missing', values: { expected: message } } };
  // `updatedDate:` with nothing after it.
  if (value === null) {
    const key = typeof issue.path.at(-1) === 'number' ? 'empty-item' : 'empty-field';
    return { value: undefined, message: { key, values: { expected: message } } };
  }
  const list = typeof value === 'string' ? proposedList(value) : undefined;
  if (message.key === 'slug-list' && list)
    return { value: showValue(value), message: { key: 'slug-list.proposal', values: { list: list.join(', ') } } };
  if (message.key === 'slug-characters' && list && list.length > 1 && typeof issue.path.at(-1) === 'number')
    return { value: showValue(value), message: { key: 'slug-characters.several', values: { list: list.join(', ') } } };
  const address = message.key === 'full-web-address' && typeof value === 'string' ? meantAddress(value) : undefined;
  if (address?.startsWith('https:'))
    return { value: showValue(value), message: { key: 'full-web-address.near', values: { meant: address } } };
  const slug = message.key === 'slug-characters' && typeof value === 'string' ? proposedSlug(value) : undefined;
  return { value: showValue(value), message: slug ? { key: 'slug-characters.proposal', values: { slug } } : message };
}

/** The signs with which people part the words of a list, or begin its items. */
const BETWEEN_ITEMS = /[,;|\n]|(?:^|\s)[-–—•*·]\s*(?=\p{L})/u;

/** The slugs of a list that is written as one text: `Reef, coral`, `-reef -coral`. */
function proposedList(text: string): string[] | undefined {
  const slugs = text
    .split(BETWEEN_ITEMS)
    .filter((item) => item.trim() !== '')
    .map(proposedSlug);
  return slugs.length > 0 && slugs.every((slug) => slug !== undefined) ? slugs : undefined;
}

/** The nearest of the known words, if it is near enough to be what was meant: at most two letters in six differ. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  const letters = lettersOf(word);
  // Of twenty thousand slugs, nearly all have other letters: they are not compared letter by letter.
  const near = known.filter((candidate) => !differsByMore(letters, word.length, candidate, most));
  if (near.length === 0) return undefined;
  const candidate = closest(word, near);
  return distance(word, candidate) <= most ? candidate : undefined;
}

/** How often each letter is in a word. */
function lettersOf(word: string): Map<number, number> {
  const letters = new Map<number, number>();
  for (let at = 0; at < word.length; at += 1)
    letters.set(word.charCodeAt(at), (letters.get(word.charCodeAt(at)) ?? 0) + 1);
  return letters;
}

/** Whether more letters of a word are missing in another, or more are new, than a slip may change, whatever their order. */
function differsByMore(letters: ReadonlyMap<number, number>, length: number, other: string, most: number): boolean {
  if (Math.abs(length - other.length) > most) return true;
  const left = new Map(letters);
  let added = 0;
  for (let at = 0; at < other.length; at += 1) {
    const letter = other.charCodeAt(at);
    const count = left.get(letter) ?? 0;
    if (count > 0) left.set(letter, count - 1);
    else if ((added += 1) > most) return true;
  }
  return length - (other.length - added) > most;
}

/** `corrections[0].date` */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  );
}

function unknownKey(path: Path, key: string, data: unknown, known: readonly string[]): FieldProblem {
  const value = valueAt(data, path);
  const meant = fieldNamedElsewhere(key, known, value) ?? suggest(key, known);
  return {
    path,
    field: fieldName(path),
    value: showValue(value),
    message: meant ? { key: 'unknown-field.near', values: { meant } } : { key: 'unknown-field' },
  };
}

/** The value at a path of what was parsed; undefined if there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}
