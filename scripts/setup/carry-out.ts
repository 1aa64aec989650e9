import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../shared/target.ts';
import type { SetupPlan } from './plan-setup.ts';

/**
 * Does what is planned, all of it or nothing: if anything fails, what was done is undone.
 * @throws what the system says
 */
export function carryOut({ files, moves }: SetupPlan): void {
  const undo: (() => void)[] = [];
  const fresh = [...files].map(([path, text]) => ({ path, text, whole: `${path}.setup-${process.pid}` }));
  try {
    for (const [from, to] of moves) {
      makeFolder(dirname(to));
      renameSync(from, to);
      undo.push(() => renameSync(to, from));
    }
    // First all that may fail for want of room or rights, beside the files; then one rename each.
    for (const { path, text, whole } of fresh) {
      mkdirSync(dirname(path), { recursive: true });
      undo.push(() => rmSync(whole, { force: true }));
      writeFileSync(whole, text);
    }
    for (const { path, whole } of fresh) {
      const before = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(whole, path);
      undo.push(() => (before === undefined ? rmSync(path) : writeFileSync(path, before)));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}
