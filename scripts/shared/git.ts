import { spawnSync } from 'node:child_process';

/** More than any file of a newsroom, and than the names of all files of a large one. */
const MOST_BYTES = 1 << 30;

/** What git answered. */
interface GitAnswer {
  isDone: boolean;
  output: Buffer;
}

/** Asks git about the checkout that a folder is in. If there is no git, or no checkout, it is not done. */
export function git(folder: string, options: readonly string[]): GitAnswer {
  // In a hook these name the repository that was pushed to, which is not the folder's.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const { status, stdout } = spawnSync('git', ['-C', folder, ...options], {
    env: Object.fromEntries(environment),
    maxBuffer: MOST_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { isDone: status === 0, output: stdout ?? Buffer.alloc(0) };
}
