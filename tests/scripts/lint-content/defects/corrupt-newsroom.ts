import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#src/reading/list-files.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { seeded } from '../../../../scripts/lab/random.ts';
import { ALL_DEFECTS } from './all-defects.ts';
import { Draft, type Expected } from './draft.ts';

/** A story with one of these cannot be corrupted in every way. */
const SPECIAL =
  /^(?:draft|withdrawn|expiryDate|updatedDate|translationKey|slug|corrections|sponsor|sources|picture|featured|dateline|aliases):/m;

/**
 * Corrupts a good newsroom in every way there is, over and over, at stories that chance chooses.
 * @param root a newsroom on the disk
 * @param count how many defects
 * @returns where each must be found, and how many kinds there were
 */
export function corruptNewsroom(root: string, count: number, seed: string): { expected: Expected[]; kinds: number } {
  const random = seeded(seed);
  const stories = listFiles(join(root, 'articles/en')).map((name) => `articles/en/${name}`);
  const chosen = shuffled(stories, random.next).filter((file) => !SPECIAL.test(readFileSync(join(root, file), 'utf8')));
  const draft = new Draft(root, chosen);
  const seededOf = new Map<number, number>();
  const expected: Expected[] = [];
  for (let at = 0, left = count; left > 0; at += 1) {
    const kind = at % ALL_DEFECTS.length;
    const defect = ALL_DEFECTS[kind];
    const already = seededOf.get(kind) ?? 0;
    if (!defect || already >= (defect.most ?? Infinity)) continue;
    seededOf.set(kind, already + 1);
    expected.push(...[defect.seed(draft)].flat().map((place) => ({ rule: defect.rule, ...place })));
    left -= 1;
  }
  return { expected, kinds: seededOf.size };
}

function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  return items
    .map((item) => ({ item, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** How what was found compares with what was seeded. */
export interface Comparison {
  /** Seeded and found, at the same file and line, by the same rule. */
  right: number;
  /** Found, and not seeded. */
  wrong: string[];
  /** Seeded, and not found. */
  missed: string[];
}

export function compare(
  expected: readonly Expected[],
  found: readonly Pick<ContentProblem, 'rule' | 'file' | 'line'>[],
): Comparison {
  const keyOf = ({ rule, file, line }: Expected | (typeof found)[number]) => `${file}:${line ?? ''} ${rule}`;
  const wanted = new Set(expected.map(keyOf));
  const had = new Set(found.map(keyOf));
  return {
    right: [...wanted].filter((key) => had.has(key)).length,
    wrong: [...had].filter((key) => !wanted.has(key)),
    missed: [...wanted].filter((key) => !had.has(key)),
  };
}
