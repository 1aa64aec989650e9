import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processMark } from './is-running.ts';

const PAUSE_MS = 300;

/**
 * Waits until no other process of this machine holds a lock, and takes it. A lock whose process is gone is no lock.
 * @param lock the lock's file: it is there while the work is under way, and holds the mark of its process
 * @param onWait told once, with the other process's id, where there is something to wait for
 * @returns gives the lock back
 */
export async function takeLock(lock: string, onWait: (pid: number) => void): Promise<() => void> {
  mkdirSync(dirname(lock), { recursive: true });
  const mark = processMark();
  for (let hasTold = false; !taken(lock, mark);) {
    const holder = markIn(lock);
    // Given back since: try again at once.
    if (holder === undefined) continue;
    if (!isRunning(holder)) {
      removeStale(lock, holder, mark);
      continue;
    }
    if (!hasTold) onWait(Number.parseInt(holder, 10));
    hasTold = true;
    await pause(PAUSE_MS);
  }
  return () => {
    if (markIn(lock) === mark) rmSync(lock, { force: true });
  };
}

/** Makes the lock whole: written elsewhere and then linked, it is never there without its holder's mark in it. */
function taken(lock: string, mark: string): boolean {
  const whole = `${lock}.${mark}`;
  writeFileSync(whole, mark);
  try {
    return unless('EEXIST', () => linkSync(whole, lock));
  } finally {
    rmSync(whole, { force: true });
  }
}

/**
 * Takes away a dead process's lock, unless another waiter did so first and the lock is by now its own.
 * @param stale the mark that was read in it
 * @param mark this process's own
 */
export function removeStale(lock: string, stale: string, mark: string): void {
  const aside = `${lock}.${mark}`;
  // Only one waiter can move it, so that what is looked at next is what was taken away.
  if (!unless('ENOENT', () => renameSync(lock, aside))) return;
  if (markIn(aside) !== stale) unless('EEXIST', () => linkSync(aside, lock));
  rmSync(aside, { force: true });
}

/** @returns the mark of the lock's holder; undefined where nobody holds it */
function markIn(lock: string): string | undefined {
  let mark: string | undefined;
  unless('ENOENT', () => (mark = readFileSync(lock, 'utf8')));
  return mark;
}

/** Does a piece of work that another process may have made needless. @returns whether it was done */
function unless(code: string, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}
