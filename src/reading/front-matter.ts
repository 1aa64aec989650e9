import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';

/** A Markdown file taken apart at its two `---` lines. */
export interface TakenApart {
  frontMatter: string;
  /** The line of the file, from 1, on which the front matter's first line stands. */
  frontMatterLine: number;
  body: string;
}

const FENCE = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Splits a Markdown file into its front matter and body.
 * @returns undefined where the file does not begin with a `---` fence that is closed by another
 */
export function splitFrontMatter(text: string): TakenApart | undefined {
  const match = FENCE.exec(text);
  if (!match) return undefined;
  return { frontMatter: match[1] ?? '', frontMatterLine: 2, body: text.slice(match[0].length) };
}

/** A YAML text's content, or where and why it could not be read (line and column from 1, within that text). */
export type YamlResult = { ok: true; data: unknown } | { ok: false; line: number; column: number; reason: string };

/**
 * Reads YAML 1.2 with its core schema, named here so that no change of a default can turn dates into instants: an
 * unzoned time read as UTC would publish a 09:00 story at 04:00 in Cancún. `yes` and `on` stay words.
 *
 * js-yaml is ten times as fast as a parser that keeps positions; {@link file://./locate-field.ts} finds a field's line only for
 * the rare file that has a problem.
 */
export function parseYaml(text: string): YamlResult {
  const shared = SHARED_NODE.test(text) && sharedNode(text);
  if (shared) return shared;
  try {
    return { ok: true, data: load(text, { schema: CORE_SCHEMA }) ?? {} };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const mark = error.mark as { line: number; column: number } | undefined;
    return { ok: false, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, reason: error.reason };
  }
}

/** What may be an anchor or alias; most front matter has none, and the second parser is slow. */
const SHARED_NODE = /(?:^|[\s[{,:-])[&*][^\s]/m;

/** The first anchor or alias: with them 350 bytes can stand for gigabytes, and no editor needs them. */
function sharedNode(text: string): YamlResult | undefined {
  const lines = new LineCounter();
  let offset: number | undefined;
  visit(parseDocument(text, { lineCounter: lines }), {
    Node(_, node) {
      if (!isAlias(node) && !(isNode(node) && 'anchor' in node && node.anchor)) return undefined;
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { ok: false, line, column: col, reason: 'anchors (&) and aliases (*) are not allowed' };
}
