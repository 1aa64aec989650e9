import { statSync } from 'node:fs';

/** Two changes within one tick of a disk's clock look like one; no disk in use has a coarser one than this. */
const TICK_MS = 2_000;

/** Marks a signature that proves nothing yet. */
const UNSETTLED = '~';

/**
 * A file's size, inode and times: while they are the same, no one has written to it. Any writing moves the time of change
 * (ctime), which no program can set; git trusts its index by the same signs, and by the same rule mistrusts a file that
 * was changed a moment ago (git-scm.com/docs/racy-git).
 * @param at the time of asking, in milliseconds since 1970
 * @returns undefined if there is no such file
 */
export function fileSignature(path: string, at: number): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const isSettled = Math.abs(at - stat.ctimeMs) > TICK_MS;
  return `${isSettled ? '' : UNSETTLED}${stat.size} ${stat.ino} ${stat.mtimeMs} ${stat.ctimeMs}`;
}

/** Whether a signature proves that a file is unchanged: not one taken of a file that had just been written. */
export function isProof(signature: string | undefined): signature is string {
  return signature !== undefined && !signature.startsWith(UNSETTLED);
}
