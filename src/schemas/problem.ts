import { beginningOf } from './beginning-of.ts';
import type { Locale } from './locale.ts';
import { commandText, messageText, type Message, type MessageText } from './message.ts';

/** Where something is wrong, and how serious it is. */
interface ProblemPlace {
  /** An error stops the build; a warning does not. */
  severity: 'error' | 'warning';
  /** The file, relative to the content folder, with forward slashes. */
  file: string;
  /** Line and column, from 1; absent if the problem is about the whole file. */
  line?: number | undefined;
  column?: number | undefined;
  /** The field as written in the file: `picture.alt`, `corrections[0].date`; '' for the file as a whole. */
  field: string;
  /** The offending value as written in the file, shortened; undefined if something is missing. */
  value?: string | undefined;
  /** The id of the rule that found it, if it is one of the content's rules. */
  rule?: string | undefined;
}

/** A problem in words: what, where, why, and what to do. Commands for operators write these in English. */
export interface Problem extends ProblemPlace, MessageText {}

/** A problem that can be reported in each language. */
export interface MessageProblem extends ProblemPlace {
  message: Message;
}

/** Thrown by a command that cannot go on; carries everything found, not only the first. */
export class ContentError extends Error {
  readonly problems: readonly (Problem | MessageProblem)[];

  constructor(problems: readonly (Problem | MessageProblem)[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** The words of a problem. */
export function problemText(problem: Problem | MessageProblem, locale: Locale = 'en'): MessageText {
  return 'message' in problem ? messageText(problem.message, locale) : problem;
}

/** `articles/en/2026/x.md:7:3  error  picture.alt  is missing — add it: what the picture shows` */
export function formatProblem(problem: Problem | MessageProblem): string {
  return formatProblemIn('en', problem);
}

/** The same in another language. */
export function formatProblemIn(locale: Locale, problem: Problem | MessageProblem): string {
  const { file, line, column, severity } = problem;
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return [place, commandText(locale, severity), formatWithoutPlace(problem, locale)].join('  ');
}

/** `picture.alt ("")  must not be empty — write the text or remove the field` */
export function formatWithoutPlace(problem: Problem | MessageProblem, locale: Locale): string {
  const { field, value } = problem;
  const { reason, remedy } = problemText(problem, locale);
  const what = [field, value === undefined ? '' : `(${value})`].filter(Boolean).join(' ');
  return [what, `${reason} — ${remedy}`].filter(Boolean).join('  ');
}

/** A sort order that is the same on every machine: by file, then line and column, then field and reason. */
export function compareProblems(a: Problem | MessageProblem, b: Problem | MessageProblem): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.field, b.field) ||
    compareText(reasonKey(a), reasonKey(b))
  );
}

const reasonKey = (problem: Problem | MessageProblem) => ('message' in problem ? problem.message.key : problem.reason);

/** Code-unit order: unlike `localeCompare` it does not depend on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value for a message: JSON, at most 60 characters. */
export function showValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${beginningOf(text, 59)}…` : text;
}
