import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { processMark } from '#src/disk/is-running.ts';

/**
 * Writes a file that only this user can read, whole or not at all, and returns when it is on the disk: no loss of power takes it
 * back.
 */
export function writeDurably(path: string, content: string): void {
  const whole = `${path}.${processMark()}`;
  const file = openSync(whole, 'w', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(whole, path);
  syncFolder(dirname(path));
}

/** Puts the names of a folder's files on the disk. Windows cannot, and does so by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
