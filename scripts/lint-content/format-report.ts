import { join, relative, sep } from 'node:path';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { commandCount, commandText } from '#src/schemas/message.ts';
import { formatProblemIn, formatWithoutPlace, problemText } from '#src/schemas/problem.ts';
import type { LintResult } from './lint-newsroom.ts';

/** In which form problems are reported. */
export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** What a report is made from. */
export interface ReportInput extends LintResult {
  seconds: number;
  /** The newsroom's folder, absolute; annotations name files from the project's. */
  contentRoot: string;
}

/** What was found, in one of the formats. */
export function formatReport(format: Format, input: ReportInput, locale: Locale): string {
  if (format === 'json') return jsonReport(input, locale);
  const lines = input.problems.map((problem) =>
    format === 'github' ? annotation(problem, input, locale) : `${formatProblemIn(locale, problem)}  [${problem.rule}]`,
  );
  return [...lines, summary(input, locale)].join('\n');
}

/** “3 mistakes, 2 warnings in 2 of 19,052 files, 1.2 s” */
export function summary({ problems, files, seconds }: ReportInput, locale: Locale): string {
  const values = { files: commandCount(locale, 'files', files), seconds: seconds.toFixed(1) };
  if (problems.length === 0) return commandText(locale, 'nothingFound', values);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return commandText(locale, 'found', {
    ...values,
    mistakes: commandCount(locale, 'mistakes', errors),
    warnings: commandCount(locale, 'warnings', problems.length - errors),
    concerned: new Set(problems.map(({ file }) => file)).size.toLocaleString('en'),
  });
}

/** For programs: every problem with its rule, and the counts. */
function jsonReport({ problems, files, seconds }: ReportInput, locale: Locale): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const listed = problems.map((problem) => {
    const { file, line, column, severity, rule, field, value } = problem;
    const { reason, remedy } = problemText(problem, locale);
    return { file, line, column, severity, rule, field, value, reason, remedy };
  });
  const counts = { files, errors, warnings: problems.length - errors, seconds: Number(seconds.toFixed(1)) };
  return JSON.stringify({ summary: counts, problems: listed }, undefined, 2);
}

/**
 * A line that GitHub Actions shows beside the line of the file it is about.
 * @see docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
function annotation(problem: ContentProblem, { contentRoot }: ReportInput, locale: Locale): string {
  const { file, line, column, severity, rule } = problem;
  const path = relative(process.cwd(), join(contentRoot, file)).split(sep).join('/');
  const place = [`file=${inProperty(path)}`, ...(line === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`])];
  const message = inMessage(formatWithoutPlace(problem, locale));
  return `::${severity} ${[...place, `title=${inProperty(rule)}`].join(',')}::${message}`;
}

const inMessage = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const inProperty = (text: string) => inMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
