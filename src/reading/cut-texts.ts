import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Collection } from '#src/schemas/collections.ts';
import { isWords, valueFactsAt, type ValueFacts } from '#src/schemas/field-facts.ts';

type Path = readonly (string | number)[];

/** A sign in a text without quotation marks that is more than a letter for YAML. */
export interface CuttingSign {
  kind: 'comment' | 'colon' | 'entity' | 'late-comment' | 'slug-comment';
  /** Of the sign, in UTF-16 units. */
  offset: number;
  path: Path;
  /** What is left of the text; undefined if nothing is. */
  rest: string | undefined;
}

/** A YAML text as its second parser sees it, with what its fields may hold. */
interface Source {
  text: string;
  collection: Collection;
  /** Whether it cannot be read: a comment may have swallowed a bracket, or cut a text of several lines in two. */
  isBroken: boolean;
}

/** What may be the beginning of a word in a value that contains no spaces: `#reef`, and not `# a comment`. */
const GLUED = /[ \t]*#(?=[^\s#])/y;

/** A comment that has taken the bracket with it that ends a list or an object. */
const SWALLOWING = /[ \t]+#(?=.*[\]}])/y;

/** An HTML entity at the beginning of a text, which YAML takes for the name of an anchor. */
const ENTITY = /^(?:#\d+|#x[\da-f]+|[a-z]\w*);/i;

/**
 * Finds each `#` that begins a comment where words are expected, each colon that begins a field there, and each `&quot;` that
 * names an anchor. A comment after a date, an address or anything else that cannot contain a space is one, and so is a
 * comment on a line of its own, and after a slug one with a space.
 */
export function cuttingSigns(text: string, collection: Collection, isBroken: boolean): readonly CuttingSign[] {
  const source = { text, collection, isBroken };
  const found: CuttingSign[] = [];
  /** @param indent of the field or hyphen that a value belongs to; undefined within brackets */
  const walk = (node: unknown, path: Path, indent: number | undefined) => {
    if (isScalar(node) && node.anchor !== undefined && ENTITY.test(node.anchor))
      found.push({
        kind: 'entity',
        offset: text.lastIndexOf(`&${node.anchor}`, node.range?.[0]),
        path,
        rest: undefined,
      });
    else if (isScalar(node)) found.push(...commentAt(node, path, indent, source));
    else if (isSeq(node)) {
      found.push(...commentsInList(node, path, source));
      node.items.forEach((item, index) =>
        walk(item, [...path, index], node.flow ? undefined : hyphenBefore(text, item)),
      );
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue;
        const inner = [...path, String(key.value)];
        const colon = isBroken && isMap(value) && colonAt(key.range[1], value, inner, text);
        if (colon) found.push(colon);
        else walk(value, inner, node.flow ? undefined : columnOf(text, key.range[0]));
      }
    }
  };
  walk(parseDocument(text).contents, [], -1);
  return found;
}

/** What was hardly meant as a comment after a slug: `reef #2`; in a list, comments without a space are usual too. */
const AFTER_SLUG = /[ \t]+#(?=[\p{L}\p{N}])/uy;
const AFTER_SLUG_IN_LIST = /[ \t]+#(?=\p{N})/uy;

/** A comment that follows a text without quotation marks, or is where one is expected. */
function commentAt(
  { value, type, range }: Scalar,
  path: Path,
  indent: number | undefined,
  { text, collection, isBroken }: Source,
): CuttingSign[] {
  if (!range) return [];
  const [start, end] = range;
  const facts = valueFactsAt(collection, path);
  const sign = (at: number | undefined, rest?: string): CuttingSign[] =>
    at === undefined ? [] : [{ kind: 'comment', offset: at, path, rest }];
  if (start < end && isSlug(facts) && !isBroken) {
    const isItem = typeof path.at(-1) === 'number';
    const at = endOf(isItem ? AFTER_SLUG_IN_LIST : AFTER_SLUG, text, end);
    return at === undefined ? [] : [{ kind: 'slug-comment', offset: at, path, rest: String(value) }];
  }
  if (type !== 'PLAIN') {
    // `"Titanic" #1`; a comment has a space after its sign.
    const at = type?.startsWith('QUOTE') && isWords(facts) ? endOf(/[ \t]+#(?=[\p{L}\p{N}])/uy, text, end) : undefined;
    return at === undefined ? [] : [{ kind: 'late-comment', offset: at, path, rest: String(value) }];
  }
  if (start < end) {
    if (indent === undefined && isBroken && !isWords(facts)) return sign(endOf(SWALLOWING, text, end), String(value));
    if (!isWords(facts)) return [];
    const below = indent === undefined ? undefined : commentBelow(text, end, indent);
    return sign(endOf(/[ \t]+#/y, text, end) ?? below, String(value));
  }
  // Nothing is left of the value. In a list of tags, `# reef` is a comment and `#reef` was meant.
  if (isWords(facts)) {
    const below = endOf(/[ \t]*\r?\n[ \t]+#(?=\S)/y, text, start);
    const isDeeper = below !== undefined && indentOf(text, below) > (indent ?? -1);
    return sign(endOf(/[ \t]*#/y, text, start) ?? (isDeeper ? below : undefined));
  }
  return isSlug(facts) || isSlug(facts?.item) ? sign(endOf(GLUED, text, start)) : [];
}

function isSlug(facts: ValueFacts | undefined): boolean {
  return facts?.kind === 'slug';
}

/** A comment on a later line of a text: `#9 was closed`, or one after which the text goes on, which YAML cannot read. */
function commentBelow(text: string, end: number, indent: number): number | undefined {
  const at = endOf(/[ \t]*(?:\r?\n[ \t]*)+#/y, text, end);
  if (at === undefined || indentOf(text, at) <= indent) return undefined;
  if (/[^\s#]/.test(text.charAt(at + 1))) return at;
  const next = endOf(/[^\n]*\n(?:[ \t]*\r?\n)*[ \t]*[^\s#]/y, text, at);
  return next !== undefined && indentOf(text, next) > indent ? at : undefined;
}

/** In a list within brackets that has swallowed what closes it: `[#reef, #coral]`. */
function commentsInList({ flow, items, range }: YAMLSeq, path: Path, { text, collection, isBroken }: Source) {
  const item = valueFactsAt(collection, path)?.item;
  if (!isBroken || !flow || !range || !(isWords(item) || isSlug(item))) return [];
  const ends = items.map((node) => (isScalar(node) ? node.range?.[1] : undefined));
  return [
    endOf(GLUED, text, range[0] + 1),
    ...ends.map((end) => end && endOf(/[ \t]*,[ \t]*#(?=[^\s#])/y, text, end)),
  ].flatMap((offset, index): CuttingSign[] =>
    offset ? [{ kind: 'comment', offset, path: [...path, index], rest: undefined }] : [],
  );
}

/** A field that begins on the line of another: its name is the beginning of a text. */
function colonAt(keyEnd: number, { flow, items, range }: YAMLMap, path: Path, text: string): CuttingSign | undefined {
  const [first] = items;
  if (flow || !range || !isScalar(first?.key) || !first.key.range) return undefined;
  if (text.slice(keyEnd, range[0]).includes('\n')) return undefined;
  const offset = endOf(/[ \t]*:/y, text, first.key.range[1]);
  return offset === undefined ? undefined : { kind: 'colon', offset, path, rest: String(first.key.value) };
}

/** The offset of the last character that a sticky pattern matches at a place. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - 1 : undefined;
}

/** Where something is in its line, from 0. */
function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset - 1) - 1;
}

/** How far the line is indented that something is on. */
function indentOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(start).search(/[^ \t]|$/);
}

/** The column of the hyphen of a list's item. */
function hyphenBefore(text: string, item: unknown): number | undefined {
  const start = isScalar(item) ? item.range?.[0] : undefined;
  return start === undefined ? undefined : columnOf(text, text.lastIndexOf('-', start - 1));
}
