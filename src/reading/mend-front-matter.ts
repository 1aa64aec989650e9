import type { Collection } from '#src/schemas/collections.ts';
import { fieldName } from '#src/schemas/explain.ts';
import type { WrittenFault } from '#src/rules/rule.ts';
import { brokenValues } from './broken-values.ts';
import { cuttingSigns, type CuttingSign } from './cut-texts.ts';
import { mendSpaces } from './false-spaces.ts';
import { parseYaml, type YamlResult } from './front-matter.ts';
import { innerQuotes } from './inner-quotes.ts';
import { positionAt } from './position-at.ts';
import { unquotedText } from './unquoted-texts.ts';
import { pathAt } from './written-scalars.ts';

/** Front matter as it was meant: so that a mistake in how it is written hides no other. */
interface MendedFrontMatter {
  /** For finding the lines of fields: the lines are those of the file. */
  text: string;
  yaml: YamlResult;
  faults: readonly WrittenFault[];
}

/** What may be a comment. */
const MAY_HOLD_COMMENT = /(?:^|[\s[{,])#/;

const QUOTES = { '"': 'double-quote', "'": 'single-quote' } as const;

/** Each sign that is mended may show another. No one writes so many of them. */
const MOST_ROUNDS = 20;

/** Take the place of signs in a text that YAML would read as more than letters. */
const MARKS = { '#': '\ue000', ':': '\ue001', '&': '\ue002', '"': '\ue003', "'": '\ue004', '\\': '\ue005' } as const;

/** The sign that a text was not meant to end with; none where only an editor can say what was meant. */
const MEANT: Readonly<Record<CuttingSign['kind'], keyof typeof MARKS | undefined>> = {
  comment: '#',
  'late-comment': undefined,
  'slug-comment': undefined,
  colon: ':',
  entity: '&',
};

/** Reads front matter. What is written so that YAML takes it for something else is mended first, and reported. */
export function mendFrontMatter(frontMatter: string, collection: Collection): MendedFrontMatter {
  const { text: spaced, spaces } = mendSpaces(frontMatter, collection);
  const faults: WrittenFault[] = spaces.map(({ line, column, character }) => ({
    fault: 'space',
    line,
    column,
    character,
  }));
  let text = spaced;
  let yaml = parseYaml(text);
  const reported = new Set<string>();
  const readable = withValuesMended(text, collection, !yaml.ok, faults, reported);
  if (readable !== text) {
    text = readable;
    yaml = parseYaml(text);
  }
  if (yaml.ok && !MAY_HOLD_COMMENT.test(text)) return { text, yaml: withoutMarks(yaml), faults };
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const signs = cuttingSigns(text, collection, !yaml.ok);
    for (const { kind, offset, path, rest } of signs) {
      const sign = MEANT[kind];
      if (sign) text = marked(text, offset, sign);
      // The rest of a text may contain the same again.
      const field = fieldName(path);
      if (!reported.has(field))
        faults.push({ fault: kind, ...positionAt(text, offset), field, rest: rest && withSigns(rest) });
      reported.add(field);
    }
    if (signs.every(({ kind }) => !MEANT[kind])) break;
    yaml = parseYaml(text);
  }
  for (const { path, sign, offsets } of yaml.ok ? [] : innerQuotes(text)) {
    const field = fieldName(path);
    if (!reported.has(field))
      faults.push({ fault: QUOTES[sign], ...positionAt(text, offsets[0] ?? 0), field, rest: undefined });
    reported.add(field);
    for (const offset of offsets) text = marked(text, offset, sign);
  }
  if (!yaml.ok) yaml = parseYaml(text);
  const unquoted = yaml.ok ? undefined : unquotedText(text, collection);
  if (unquoted) {
    const { field, sign, offset, quoted } = unquoted;
    if (!reported.has(field)) faults.push({ fault: 'sign', ...positionAt(text, offset), field, rest: sign });
    text = quoted;
    yaml = parseYaml(text);
  }
  return { text, yaml: withoutMarks(yaml), faults };
}

function withoutMarks(yaml: YamlResult): YamlResult {
  return yaml.ok ? { ok: true, data: dataWithSigns(yaml.data) } : yaml;
}

/** A text in which nothing keeps a value from being read on its own. Adds what was in the way to `faults`, and its field to `reported`. */
function withValuesMended(
  text: string,
  collection: Collection,
  isBroken: boolean,
  faults: WrittenFault[],
  reported: Set<string>,
): string {
  const broken = brokenValues(text, collection, isBroken)
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, MOST_ROUNDS)
    .reverse();
  if (broken.length === 0) return text;
  let mended = text;
  for (const { kind, offset } of broken) {
    if (kind === 'colon-without-space') mended = `${mended.slice(0, offset + 1)} ${mended.slice(offset + 1)}`;
    else mended = marked(mended, offset, kind === 'backslash' ? '\\' : kind === 'open-double-quote' ? '"' : "'");
  }
  for (const { kind, offset, rest } of broken.toReversed()) {
    // Each space that was added before it has moved it.
    const moved = broken.filter((other) => other.kind === 'colon-without-space' && other.offset < offset).length;
    const at = offset + moved + (kind === 'colon-without-space' ? 2 : 0);
    const field = fieldName(pathAt(mended, at));
    if (!field || !reported.has(field)) faults.push({ fault: kind, ...positionAt(text, offset), field, rest });
    reported.add(field);
  }
  return mended;
}

/** A text with a sign in it that is no more than a letter. */
function marked(text: string, offset: number, sign: keyof typeof MARKS): string {
  return text.slice(0, offset) + MARKS[sign] + text.slice(offset + 1);
}

function withSigns(text: string): string {
  return Object.entries(MARKS).reduce((before, [sign, mark]) => before.replaceAll(mark, sign), text);
}

function dataWithSigns(data: unknown): unknown {
  if (typeof data === 'string') return withSigns(data);
  if (Array.isArray(data)) return data.map(dataWithSigns);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, dataWithSigns(value)]));
}
