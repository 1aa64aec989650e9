import { compareProblems, formatProblem, type Problem } from '#src/schemas/problem.ts';

/** Something wrong with a built site. */
export interface Finding extends Problem {
  /** A link that leads nowhere is a nuisance, and may be put up with; a story that must not be seen may never. */
  isLeak: boolean;
}

/** Findings, the same one on many pages told once: a template's mistake is on all of them. */
export class Findings {
  readonly #first = new Map<string, { finding: Finding; times: number }>();

  add(finding: Finding): void {
    const key = [finding.field, finding.value, finding.reason].join('\0');
    const known = this.#first.get(key);
    if (!known) this.#first.set(key, { finding, times: 1 });
    else known.times += 1;
  }

  /** Every different finding at the first place it was met, sorted by file, line and column. */
  all(): Finding[] {
    return [...this.#first.values()]
      .map(({ finding, times }) =>
        times === 1 ? finding : { ...finding, reason: `${finding.reason} (the same at ${othersOf(times - 1)})` },
      )
      .sort((a, b) => compareProblems({ ...a, field: '' }, { ...b, field: '' }) || (a.column ?? 0) - (b.column ?? 0));
  }
}

const othersOf = (count: number) => (count === 1 ? 'one other place' : `${count.toLocaleString('en')} other places`);

/** All findings, a line each, and a last line that sums them up. */
export function tellFindings(findings: readonly Finding[]): string {
  const count = `${findings.length.toLocaleString('en')} ${findings.length === 1 ? 'mistake' : 'mistakes'}`;
  return [...findings.map(formatProblem), '', `${count} in the built site.`].join('\n');
}
