import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rounds } from '../long.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { FullDiskOutcome } from './full-disk.ts';

/** Some have too little room for the bytes, some for the number of files. */
const DISKS = rounds(2, 20);

describe('a deploy to a disk that is too small', () => {
  it(`fails, leaves what is served as it was, and the next one works once there is room, ${DISKS} times`, () => {
    const outcomes = publishToSmallDisks();
    const failed = outcomes.filter(({ status }) => status === 1).length;
    const sound = outcomes.filter(({ before, after, nextStatus }) => before === after && nextStatus === 0).length;
    console.log(
      `${outcomes.length} full disks: ${failed} deploys failed as they should; ${sound} sites as they were, next deploy good`,
    );
    expect(outcomes).toHaveLength(DISKS);
    for (const outcome of outcomes) {
      const { room, status, message, before, after, halves, nextStatus, next } = outcome;
      expect(status, `${room}: exit code`).toBe(1);
      expect(message, `${room}: what it says`).toMatch(
        /^.* cannot be \w+: no space is left on the disk \(ENOSPC\)\. Make room, and try again\. Nothing was published; the served site is unchanged\.$/,
      );
      expect(after, `${room}: what is served`).toBe(before);
      expect(before, `${room}: what was served before`).toMatch(/: (?:aaaaaaaa|bbbbbbbb), 367 files$/);
      expect(halves, `${room}: half releases`).toEqual([]);
      expect(nextStatus, `${room}: the next deploy`).toBe(0);
      expect(next, `${room}: what the next deploy has served`).not.toBe(before);
    }
  });
});

/**
 * The mounts are made in a namespace of their own: they end with the process, and nobody else sees them. A user who is not
 * root gets one in which they may mount, where the system lets them.
 */
function publishToSmallDisks(): FullDiskOutcome[] {
  const options = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user'];
  const script = join(import.meta.dirname, 'full-disk.ts');
  const call = [...options, process.execPath, script, temporaryFolder()];
  const { status, stdout, stderr, error } = spawnSync('unshare', call, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(
      `This test needs a Linux on which it may mount a small disk (tried “unshare ${options.join(' ')}” and “mount -t tmpfs”), ` +
        `and did not get that far:\n${error?.message ?? stderr}\nRun it as root, or in a container that may mount.`,
    );
  }
  return JSON.parse(stdout) as FullDiskOutcome[];
}
