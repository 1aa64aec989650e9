import { compareProblems, formatProblem, type Problem } from '#src/schemas/problem.ts';
import { showNumber } from './changes.ts';

/** A mistake in a built site. */
export interface Finding extends Problem {
  /** Whether readers could see what they must not. `--force` publishes in spite of a dead link, but never a leak. */
  isLeak: boolean;
}

/**
 * Findings, each reported once even if it is on many pages: a template's mistake is on all of them. One that was written in the
 * newsroom is reported at every place, since each must be fixed.
 */
export class Findings {
  readonly #first = new Map<string, { finding: Finding; times: number }>();

  add({ value, ...rest }: Pick<Finding, 'file' | 'reason' | 'remedy'> & Partial<Finding>): void {
    const shown = value === undefined ? undefined : JSON.stringify(value);
    const finding: Finding = { severity: 'error', field: '', isLeak: false, value: shown, ...rest };
    const { file, line, column } = finding;
    const writtenAt = file.endsWith('.md') ? `${file}:${line}:${column}` : '';
    const key = [finding.field, finding.value, finding.reason, writtenAt].join('\0');
    const known = this.#first.get(key);
    if (!known) this.#first.set(key, { finding, times: 1 });
    else known.times += 1;
  }

  /** Each finding at the first place where it was found, sorted by file, line and column. */
  all(): Finding[] {
    return [...this.#first.values()]
      .map(({ finding, times }) =>
        times === 1 ? finding : { ...finding, reason: `${finding.reason} (also in ${othersOf(times - 1)})` },
      )
      .sort((a, b) => compareProblems({ ...a, field: '' }, { ...b, field: '' }) || (a.column ?? 0) - (b.column ?? 0));
  }
}

const othersOf = (count: number) => (count === 1 ? 'one other place' : `${showNumber(count)} other places`);

/** All findings, a line each, and a last line with their number. */
export function formatFindings(findings: readonly Finding[]): string {
  const count = `${showNumber(findings.length)} ${findings.length === 1 ? 'mistake' : 'mistakes'}`;
  return [...findings.map(formatProblem), '', `${count} in the built site.`].join('\n');
}
