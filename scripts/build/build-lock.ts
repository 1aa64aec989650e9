import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './is-running.ts';

/** Astro keeps what it knows of pictures in one file for a checkout, whatever it builds: two builds at once mix theirs. */
const LOCK = resolve('node_modules/.astro/build.lock');

const PAUSE_MS = 300;

/**
 * Waits until no other build is under way in this checkout. A lock whose process is gone is no lock.
 * @param onWait told once, with the other build's process id, where there is something to wait for
 * @returns lets the next build begin
 */
export async function takeBuildLock(onWait: (pid: number) => void): Promise<() => void> {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (let hasTold = false; !taken();) {
    const holder = Number(readLock());
    if (!isRunning(holder)) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!hasTold) onWait(holder);
    hasTold = true;
    await pause(PAUSE_MS);
  }
  return () => rmSync(LOCK, { force: true });
}

function taken(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(): string {
  try {
    return readFileSync(LOCK, 'utf8');
  } catch {
    return '';
  }
}
