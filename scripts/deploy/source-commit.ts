import { spawnSync } from 'node:child_process';

/** What a newsroom was checked out from. */
export interface SourceCommit {
  id: string;
  /** When it was committed: RFC 3339 with an offset. */
  date: string;
}

/** @returns the commit a folder is checked out from; undefined where it is in no git checkout, or git cannot tell */
export function sourceCommit(folder: string): SourceCommit | undefined {
  const { status, stdout } = git(folder, ['log', '-1', '--format=%H %cI']);
  const [id, date] = stdout.trim().split(' ');
  return status === 0 && id && date ? { id, date } : undefined;
}

/**
 * Whether one commit is older than another: an ancestor of it, or, where neither descends from the other or the history
 * here is cut short, committed before it.
 */
export function isOlder(folder: string, commit: SourceCommit, than: SourceCommit): boolean {
  if (commit.id === than.id) return false;
  if (isAncestor(folder, than.id, commit.id)) return false;
  return isAncestor(folder, commit.id, than.id) || Date.parse(commit.date) < Date.parse(than.date);
}

function isAncestor(folder: string, ancestor: string, of: string): boolean {
  return git(folder, ['merge-base', '--is-ancestor', ancestor, of]).status === 0;
}

function git(folder: string, options: readonly string[]): { status: number | null; stdout: string } {
  // In a hook git names the repository that was pushed to, which is not the one the folder is in.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const { status, stdout } = spawnSync('git', ['-C', folder, ...options], {
    encoding: 'utf8',
    env: Object.fromEntries(environment),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { status, stdout: stdout ?? '' };
}
