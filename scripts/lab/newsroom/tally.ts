import { compareText } from '#src/schemas/problem.ts';

/** Counts how often each of many names occurs. */
export class Tally {
  readonly #counts = new Map<string, number>();
  #total = 0;

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#total += 1;
  }

  /** Occurrences of all names. */
  get total(): number {
    return this.#total;
  }

  /** Different names. */
  get distinct(): number {
    return this.#counts.size;
  }

  /** The names that occur most, the commonest first, each with its count; equal ones in order of name. */
  top(most: number): [name: string, count: number][] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).slice(0, most);
  }
}
