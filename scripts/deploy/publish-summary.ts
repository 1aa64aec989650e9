import { appendFileSync } from 'node:fs';
import { describeFaulty, whatReadersSee } from '#src/reading/describe-faulty.ts';
import type { FaultyFile } from '#src/reading/publishable-part.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { commandCount, commandText } from '#src/schemas/message.ts';
import { compareText, formatWithoutPlace } from '#src/schemas/problem.ts';

/** What became of a publish. */
export interface PublishOutcome {
  /** Whether readers see the new site. */
  isPublished: boolean;
  faulty: readonly FaultyFile[];
  problems: readonly ContentProblem[];
}

/** The last words of a publish that left something out. @param isDone false if it only said what it would do */
export function partlyText(locale: Locale, faulty: readonly FaultyFile[], isDone: boolean): string {
  const concerned = commandCount(locale, 'withMistakes', faulty.length);
  const opening = commandText(locale, isDone ? 'publishedPartly' : 'wouldPublishPartly', { concerned });
  return [opening, ...describeFaulty(locale, faulty).map((line) => `  ${line}`)].join('\n');
}

/**
 * Adds what editors should know of a publish to a file, as Markdown.
 * @param path such as the one that GitHub Actions shows beside a run
 * @see docs.github.com/en/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
 */
export function writeSummary(path: string, outcome: PublishOutcome, locale: Locale): void {
  appendFileSync(path, publishSummary(outcome, locale));
}

/** What editors should know of a publish, as Markdown. */
export function publishSummary({ isPublished, faulty, problems }: PublishOutcome, locale: Locale): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const shown = new Map(faulty.map((file) => [file.file, file]));
  const files = [...new Set([...shown.keys(), ...errors.map(({ file }) => file)])].sort(compareText);
  const parts = files.map((file) => {
    const state = shown.get(file);
    const sees = state && commandText(locale, 'readersSee', { what: whatReadersSee(locale, state) });
    const lines = errors.filter((error) => error.file === file).map((error) => `- ${problemLine(error, locale)}`);
    return [`### ${escaped(file)}`, ...(isPublished && sees ? [escaped(sees)] : []), lines.join('\n')].join('\n\n');
  });
  return `${[`## ${escaped(titleOf({ isPublished, faulty }, locale))}`, ...parts].join('\n\n')}\n`;
}

function titleOf({ isPublished, faulty }: Pick<PublishOutcome, 'isPublished' | 'faulty'>, locale: Locale): string {
  if (!isPublished) return commandText(locale, 'nothingPublished');
  if (faulty.length === 0) return commandText(locale, 'publishedAll');
  return commandText(locale, 'publishedNotAll', { concerned: commandCount(locale, 'withMistakes', faulty.length) });
}

function problemLine(problem: ContentProblem, locale: Locale): string {
  const { line } = problem;
  const where = line === undefined ? commandText(locale, 'wholeFile') : commandText(locale, 'inLine', { line });
  return `**${where}:** ${escaped(formatWithoutPlace(problem, locale))}`;
}

/** As Markdown shows it, whatever an editor wrote. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~#]/g, (sign) => (/[<>&]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`));
}
