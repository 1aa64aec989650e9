/** The rounds of a measurement, from 0: those that are wanted, and before several one that is thrown away. */
export function roundsFor(runs: number): number[] {
  return Array.from({ length: runs > 1 ? runs + 1 : runs }, (_, run) => run);
}

/** Whether a round is thrown away: the first, where there are several. */
export function isWarmUp(run: number, runs: number): boolean {
  return runs > 1 && run === 0;
}
