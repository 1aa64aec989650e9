import { git } from './git.ts';

/** The commit from which a newsroom was checked out. */
export interface SourceCommit {
  id: string;
  /** When it was committed: RFC 3339 with an offset. */
  date: string;
  author: string;
  /** The first line of its message. */
  subject: string;
}

/** @returns the commit of a folder's checkout; undefined if it is in no git checkout, or git does not know */
export function sourceCommit(folder: string): SourceCommit | undefined {
  const { isDone, output } = git(folder, ['log', '-1', '--format=%H%x00%cI%x00%an%x00%s']);
  const [id, date, author = '', subject = ''] = output.toString().trim().split('\0');
  return isDone && id && date ? { id, date, author, subject } : undefined;
}

type DatedCommit = Pick<SourceCommit, 'id' | 'date'>;

/**
 * Whether one commit is older than another: an ancestor of it, or committed before it if neither is an ancestor of the
 * other here (the history may be shallow).
 */
export function isOlder(folder: string, commit: DatedCommit, than: DatedCommit): boolean {
  if (commit.id === than.id || isAncestor(folder, than.id, commit.id)) return false;
  return isAncestor(folder, commit.id, than.id) || Date.parse(commit.date) < Date.parse(than.date);
}

function isAncestor(folder: string, ancestor: string, of: string): boolean {
  return git(folder, ['merge-base', '--is-ancestor', ancestor, of]).isDone;
}
