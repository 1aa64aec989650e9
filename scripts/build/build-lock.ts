import { resolve } from 'node:path';
import { takeLock } from '../shared/lock.ts';

/** Astro keeps what it knows of pictures in one file for a checkout, whatever it builds: two builds at once mix theirs. */
const LOCK = resolve('node_modules/.astro/build.lock');

/**
 * Waits until no other build is under way in this checkout.
 * @param onWait told once, with the other build's process id, where there is something to wait for
 * @returns lets the next build begin
 */
export function takeBuildLock(onWait: (pid: number) => void): Promise<() => void> {
  return takeLock(LOCK, onWait);
}
