import { describe, expect, it } from 'vitest';
import { runHistory } from '../../scripts/lab/soak/run-history.ts';
import { rounds } from '../long.ts';
import { PROJECT } from '../site/build-sites.ts';

/** A short history; `npm run soak` lives through a thousand steps. */
const STEPS = Number(process.env['HISTORY_STEPS'] ?? rounds(1, 24));
const SEED = process.env['HISTORY_SEED'] ?? 'of every change';

describe('a site that is built over and over while the newsroom changes', () => {
  it(`is after each of ${STEPS} steps, byte for byte, the site that is built from nothing (seed “${SEED}”)`, async () => {
    const happened: string[] = [];
    await runHistory({ seed: SEED, steps: STEPS, project: PROJECT, onStep: (_, what) => happened.push(what) });
    expect(happened).toHaveLength(STEPS);
    expect(new Set(happened).size).toBeGreaterThan(STEPS / 3);
  });
});
