import { statSync } from 'node:fs';

/** Two changes within one tick of a disk's clock look like one; no disk in use has a coarser one than this. */
const TICK_MS = 2_000;

/**
 * A file's size, inode and times: while they are the same, nobody has written to it. Any writing moves the time of change
 * (ctime), which no program can set; git trusts its index by the same signs, and by the same rule mistrusts a file that
 * was changed a moment ago (git-scm.com/docs/racy-git).
 * @returns undefined where there is no such file
 */
export function fileStamp(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const isSettled = Math.abs(Date.now() - stat.ctimeMs) > TICK_MS;
  return `${isSettled ? '' : UNSETTLED}${stat.size} ${stat.ino} ${stat.mtimeMs} ${stat.ctimeMs}`;
}

const UNSETTLED = '~';

/** Whether a stamp proves that a file is what it was: not one taken of a file that had just been written. */
export function isProof(stamp: string | undefined): stamp is string {
  return stamp !== undefined && !stamp.startsWith(UNSETTLED);
}
