/** The middle of some numbers, and between which they lie. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/**
 * The middle of some numbers: of an even count, half-way between the two in the middle.
 * @returns undefined where there are none
 */
export function spreadOf(numbers: readonly number[]): Spread | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return undefined;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? most;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? least;
  return { median: (lower + upper) / 2, least, most };
}
