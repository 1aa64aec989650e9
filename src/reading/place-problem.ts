import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Unplaced } from '#src/rules/run-rules.ts';
import { splitFrontMatter, type TakenApart } from './front-matter.ts';
import { locateField } from './locate-field.ts';

/** A file's text and its parts. */
export interface PlacedText extends TakenApart {
  text: string;
}

/** Adds line and column to a problem with a field or a place in the body. */
export function placed({ path, offset, shownPath: _, ...problem }: Unplaced, parts: PlacedText): ContentProblem {
  if (path) {
    const { line, column } = locateField(parts.frontMatter, path);
    return { ...problem, line: line + parts.frontMatterLine - 1, column };
  }
  if (offset === undefined) return problem;
  return { ...problem, ...positionAt(parts.text, parts.text.length - parts.body.length + offset) };
}

/** The same for a file that has to be read first. */
export function placedIn(contentRoot: string, problem: Unplaced): ContentProblem {
  const { shownPath } = problem;
  if (!problem.path && shownPath === undefined)
    return placed(problem, { text: '', frontMatter: '', frontMatterLine: 1, body: '' });
  const text = readFileSync(join(contentRoot, problem.file), 'utf8');
  const parts = problem.file.endsWith('.md') ? splitFrontMatter(text) : undefined;
  const whole = { text, ...(parts ?? { frontMatter: text, frontMatterLine: 1, body: '' }) };
  const shown =
    shownPath === undefined ? undefined : factsOfBody(whole.body).pictures.find(({ path }) => path === shownPath);
  return placed(shown ? { ...problem, offset: shown.pathOffset } : problem, whole);
}

/** Line and column, from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
