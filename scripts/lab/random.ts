import { textNumber } from '#src/keys/text-number.ts';

/** A seeded source of choices, for what must come out the same every time. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A number between two bounds. */
  between(low: number, high: number): number;
  /** A whole number between two bounds, both included. */
  whole(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of a list's items. @throws Error if there are none */
  pick<Item>(items: readonly Item[]): Item;
}

/**
 * Mulberry32: small, fast, and even enough for trials; not for secrets or statistics.
 * @param seed any text; texts that differ in one character make unrelated choices
 */
export function seeded(seed: string): Random {
  let state = textNumber(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
