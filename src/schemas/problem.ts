/** A problem in the content, with what is needed to fix it: what, where, why, and what to do. */
export interface Problem {
  /** An error stops the build; a warning does not. */
  severity: 'error' | 'warning';
  /** The file, relative to the content folder, with forward slashes. */
  file: string;
  /** Line and column, from 1; absent if the problem is about the whole file. */
  line?: number | undefined;
  column?: number | undefined;
  /** The field as written in the file: `picture.alt`, `corrections[0].date`; '' for the file as a whole. */
  field: string;
  /** The offending value as written, shortened; undefined if something is missing. */
  value?: string | undefined;
  reason: string;
  remedy: string;
  /** The id of the content rule that found it, if one did. */
  rule?: string | undefined;
}

/** Thrown by a command that cannot continue, with all problems found. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** `articles/en/2026/x.md:7:3  error  picture.alt  is missing — write what the picture shows` */
export function formatProblem(problem: Problem): string {
  return formatProblemAs(problem, problem.severity);
}

/** {@link formatProblem} in another language. @param severityWord the severity in that language */
export function formatProblemAs(problem: Problem, severityWord: string): string {
  const { file, line, column, field, value, reason, remedy } = problem;
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const what = [field, value === undefined ? '' : `(${value})`].filter(Boolean).join(' ');
  return [place, severityWord, what, `${reason} — ${remedy}`].filter(Boolean).join('  ');
}

/** Sorts by file, then line and column, then field and reason; the same on every machine. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.field, b.field) ||
    compareText(a.reason, b.reason)
  );
}

/** Code-unit order: unlike `localeCompare` it does not depend on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value for a message: JSON, at most 60 characters. */
export function showValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
