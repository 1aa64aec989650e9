import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processMark } from './is-running.ts';

const PAUSE_MS = 300;

/**
 * Waits until no other process of this machine holds a lock, and takes it. The lock of a process that is gone is taken over.
 * @param lock the lock's file: it exists while the lock is held, and contains the mark of its process
 * @param onWait called once with the other process's id, if there is one to wait for
 * @returns releases the lock
 */
export async function takeLock(lock: string, onWait: (pid: number) => void): Promise<() => void> {
  const mark = processMark();
  for (let hasTold = false; !taken(lock, mark);) {
    const holder = markIn(lock);
    // Released meanwhile: try again at once.
    if (holder === undefined) continue;
    if (!isRunning(holder)) {
      removeStale(lock, holder, mark);
      continue;
    }
    if (!hasTold) onWait(Number.parseInt(holder, 10));
    hasTold = true;
    await pause(PAUSE_MS);
  }
  return () => release(lock, mark);
}

/** Takes a lock if no running process holds it. @returns releases the lock; undefined if it is held, be it by this process */
export function tryLock(lock: string): (() => void) | undefined {
  const mark = processMark();
  const holder = markIn(lock);
  if (holder !== undefined && holder !== mark && !isRunning(holder)) removeStale(lock, holder, mark);
  return taken(lock, mark) ? () => release(lock, mark) : undefined;
}

function release(lock: string, mark: string): void {
  if (markIn(lock) === mark) rmSync(lock, { force: true });
}

/**
 * Written under another name and then linked, so that the lock never exists without its holder's mark.
 * @returns false also if another process removed the folder meanwhile, with what was lost in it
 */
function taken(lock: string, mark: string): boolean {
  const whole = `${lock}.${mark}`;
  try {
    return unless(['EEXIST', 'ENOENT'], () => {
      mkdirSync(dirname(lock), { recursive: true });
      writeFileSync(whole, mark);
      linkSync(whole, lock);
    });
  } finally {
    rmSync(whole, { force: true });
  }
}

/**
 * Removes a dead process's lock, unless another waiter did so first and now holds the lock itself.
 * @param stale the mark that was read in it
 * @param mark this process's own
 */
export function removeStale(lock: string, stale: string, mark: string): void {
  const aside = `${lock}.${mark}`;
  // Only one waiter can move it, so that what is read next is what was moved.
  if (!unless('ENOENT', () => renameSync(lock, aside))) return;
  if (markIn(aside) !== stale) unless('EEXIST', () => linkSync(aside, lock));
  rmSync(aside, { force: true });
}

/** @returns the mark of the lock's holder; undefined if no one holds it */
function markIn(lock: string): string | undefined {
  let mark: string | undefined;
  unless('ENOENT', () => (mark = readFileSync(lock, 'utf8')));
  return mark;
}

/** Does something that another process may have done already. @returns whether it was done here */
function unless(codes: string | readonly string[], work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if ([codes].flat().includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
