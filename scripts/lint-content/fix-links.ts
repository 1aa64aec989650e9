import type { ContentProblem } from '#src/rules/rule.ts';
import type { FixedText } from './fix-front-matter.ts';

/** What could end an address, or a Markdown link, too early. */
const UNSAFE = /[\s()<>"'[\]\\`]/;

/**
 * Writes links as the rules say they should be, each at its place. Everything else in the text keeps its bytes.
 * @param text a whole file
 * @param problems found in it
 */
export function fixLinks(text: string, problems: readonly ContentProblem[]): NonNullable<FixedText> {
  const starts = lineStarts(text);
  const edits = new Map<number, { problem: ContentProblem; before: string; after: string }>();
  for (const problem of problems) {
    const { correction, line, column = 1, field } = problem;
    if (!correction || line === undefined || field !== 'body') continue;
    const { before, after } = correction;
    const at = (starts[line - 1] ?? text.length) + column - 1;
    // An address that is written with escapes is spelt differently in the text.
    if (text.startsWith(before, at) && !UNSAFE.test(after)) edits.set(at, { problem, before, after });
  }
  let fixed = text;
  for (const [at, { before, after }] of [...edits].sort(([a], [b]) => b - a))
    fixed = fixed.slice(0, at) + after + fixed.slice(at + before.length);
  const fixes = [...edits.values()].map(({ problem: { line = 1, column = 1, field }, before, after }) => {
    return { line, column, field, before, after };
  });
  return { text: fixed, fixes };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
