import { join, relative, sep } from 'node:path';
import type { Speaker } from '#src/rules/speak.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Look } from './look-through.ts';

/** How what was found is told. */
export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** What a report is made from. */
export interface Told extends Look {
  seconds: number;
  /** The newsroom's folder, absolute; annotations name files from the project's. */
  contentRoot: string;
}

/** What was found, in one of the formats. */
export function formatReport(format: Format, told: Told, speaker: Speaker): string {
  switch (format) {
    case 'json':
      return jsonReport(told, speaker);
    case 'github':
      return [...told.problems.map((problem) => annotation(problem, told, speaker)), summary(told, speaker)].join('\n');
    case 'text':
      return [
        ...told.problems.map((problem) => `${speaker.tell(problem)}  [${problem.rule}]`),
        summary(told, speaker),
      ].join('\n');
  }
}

/** “3 mistakes, 2 warnings in 2 files of 19,052 files, 1.2 s” */
export function summary({ problems, files, seconds }: Told, { say }: Speaker): string {
  const number = (count: number) => count.toLocaleString('en');
  const counted = (noun: string, count: number) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  const time = `${seconds.toFixed(1)} s`;
  if (problems.length === 0) return say(`Nothing to mend in ${counted('file', files)}, ${time}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const concerned = new Set(problems.map(({ file }) => file)).size;
  const found = `${counted('mistake', errors)}, ${counted('warning', problems.length - errors)}`;
  return say(`${found} in ${number(concerned)} of ${counted('file', files)}, ${time}`);
}

/** For programs: every problem with its rule, and the counts. */
function jsonReport({ problems, files, seconds }: Told, { translate }: Speaker): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const told = problems.map((problem) => {
    const { file, line, column, severity, rule, field, value, reason, remedy } = translate(problem);
    return { file, line, column, severity, rule, field, value, reason, remedy };
  });
  const counts = { files, errors, warnings: problems.length - errors, seconds: Number(seconds.toFixed(1)) };
  return JSON.stringify({ summary: counts, problems: told }, undefined, 2);
}

/**
 * A line that GitHub Actions shows beside the line of the file it is about.
 * @see docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
function annotation(problem: ContentProblem, { contentRoot }: Told, { translate }: Speaker): string {
  const { file, line, column, severity, rule, field, value, reason, remedy } = translate(problem);
  const path = relative(process.cwd(), join(contentRoot, file)).split(sep).join('/');
  const place = [`file=${inProperty(path)}`, ...(line === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`])];
  const what = [field, value === undefined ? '' : `(${value})`].filter(Boolean).join(' ');
  const message = [what, `${reason} — ${remedy}`].filter(Boolean).join('  ');
  return `::${severity} ${[...place, `title=${inProperty(rule)}`].join(',')}::${inMessage(message)}`;
}

const inMessage = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const inProperty = (text: string) => inMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
