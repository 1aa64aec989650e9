import { resolve } from 'node:path';
import { takeLock } from '#src/disk/lock.ts';

/** The caches are the checkout's, whatever is built: two builds at once would write into each other's. */
const LOCK = resolve('node_modules/.astro/build.lock');

/**
 * Waits until no other build is under way in this checkout.
 * @param onWait told once, with the other build's process id, where there is something to wait for
 * @returns lets the next build begin
 */
export function takeBuildLock(onWait: (pid: number) => void): Promise<() => void> {
  return takeLock(LOCK, onWait);
}
