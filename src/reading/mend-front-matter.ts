import type { Collection } from '#src/schemas/collections.ts';
import { fieldName } from '#src/schemas/explain.ts';
import type { WrittenFault } from '#src/rules/rule.ts';
import { cuttingSigns, type CuttingSign } from './cut-texts.ts';
import { mendSpaces } from './false-spaces.ts';
import { parseYaml, type YamlResult } from './front-matter.ts';
import { positionAt } from './position-at.ts';
import { unquotedText } from './unquoted-texts.ts';

/** Front matter as it was meant: so that a mistake in how it is written hides no other. */
interface MendedFrontMatter {
  /** For finding the lines of fields: the lines are those of the file. */
  text: string;
  yaml: YamlResult;
  faults: readonly WrittenFault[];
}

/** What may be a comment. */
const MAY_HOLD_COMMENT = /(?:^|[\s[{,])#/;

/** Each sign that is mended may show another. No one writes so many of them. */
const MOST_ROUNDS = 20;

/** Stand for `#`, `:` and `&` in a text, where they would be more than letters. */
const MARKS: Readonly<Record<Exclude<CuttingSign['kind'], 'late-comment'>, string>> = {
  comment: '\ue000',
  colon: '\ue001',
  entity: '\ue002',
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
  if (yaml.ok && !MAY_HOLD_COMMENT.test(text)) return { text, yaml, faults };
  const reported = new Set<string>();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const signs = cuttingSigns(text, collection, !yaml.ok);
    for (const { kind, offset, path, rest } of signs) {
      if (kind !== 'late-comment') text = text.slice(0, offset) + MARKS[kind] + text.slice(offset + 1);
      // The rest of a text may contain the same again.
      const field = fieldName(path);
      if (!reported.has(field))
        faults.push({ fault: kind, ...positionAt(text, offset), field, rest: rest && withSigns(rest) });
      reported.add(field);
    }
    // Only an editor can say where what follows a closed quotation mark belongs.
    if (signs.every(({ kind }) => kind === 'late-comment')) break;
    yaml = parseYaml(text);
  }
  const unquoted = yaml.ok ? undefined : unquotedText(text, collection);
  if (unquoted) {
    const { field, sign, offset, quoted } = unquoted;
    if (!reported.has(field)) faults.push({ fault: 'sign', ...positionAt(text, offset), field, rest: sign });
    text = quoted;
    yaml = parseYaml(text);
  }
  return { text, yaml: yaml.ok ? { ok: true, data: dataWithSigns(yaml.data) } : yaml, faults };
}

function withSigns(text: string): string {
  return text.replaceAll(MARKS.comment, '#').replaceAll(MARKS.colon, ':').replaceAll(MARKS.entity, '&');
}

function dataWithSigns(data: unknown): unknown {
  if (typeof data === 'string') return withSigns(data);
  if (Array.isArray(data)) return data.map(dataWithSigns);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, dataWithSigns(value)]));
}
