import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Unplaced } from '#src/rules/run-rules.ts';
import { splitFrontMatter, type TakenApart } from './split-front-matter.ts';
import { locateField } from './locate-field.ts';
import { positionAt } from './position-at.ts';

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
  const text = textOf(join(contentRoot, problem.file));
  const parts = problem.file.endsWith('.md') ? splitFrontMatter(text) : undefined;
  const whole = { text, ...(parts ?? { frontMatter: text, frontMatterLine: 1, body: '' }) };
  const shown =
    shownPath === undefined ? undefined : factsOfBody(whole.body).pictures.find(({ path }) => path === shownPath);
  return placed(shown ? { ...problem, offset: shown.pathOffset } : problem, whole);
}

/** A file's text; '' if it cannot be read any more, which has been reported. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
