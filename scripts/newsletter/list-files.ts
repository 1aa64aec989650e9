import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { UsageError } from '#src/publish/usage-error.ts';
import { outsideRepositories } from './outside-repositories.ts';
import { readList, type ReadList } from './read-list.ts';

/** A list and what is kept beside it. All paths are full, and outside of every repository. */
export interface ListFiles {
  /** The list itself; undefined if it comes from standard input. */
  list: string | undefined;
  /** The folder with the record of each issue. */
  ledger: string;
  /** The secret by which addresses are hashed. */
  key: string;
  /** The hashes of those who have unsubscribed. */
  removed: string;
  /** Locked while a command sends to the list or changes it. */
  lock: string;
}

/**
 * @param list the list's file; `-` for standard input, which needs a ledger
 * @throws UsageError if a path is inside a repository
 */
export function listFiles(list: string, ledger: string | undefined): ListFiles {
  const path = list === '-' ? undefined : outsideRepositories('--list', list);
  if (path === undefined && ledger === undefined)
    throw new UsageError(
      '--list - needs --ledger <folder>: there is no file beside which to note who has got the issue',
    );
  const beside = ledger === undefined ? `${path}.ledger` : outsideRepositories('--ledger', ledger);
  const stem = path ?? beside;
  return { list: path, ledger: beside, key: `${stem}.key`, removed: `${stem}.removed`, lock: `${beside}.lock` };
}

/** Reads the list. @throws UsageError if it is not there */
export async function readRecipients({ list }: Pick<ListFiles, 'list'>): Promise<ReadList> {
  if (list === undefined) return readList(await text(process.stdin));
  if (!existsSync(list))
    throw new UsageError(`${list}: there is no such list. “npm run newsletter -- list add --list ${list}” begins one.`);
  return readList(readFileSync(list, 'utf8'));
}

/** Lines of a list that hold no address, as a message names them: by number, never by what is in them. */
export function faultsText({ faults }: Pick<ReadList, 'faults'>, name: string): string[] {
  const shown = faults.slice(0, 20).map(({ line, reason }) => `${name}:${line}  this line ${reason}: it is left out`);
  return faults.length > shown.length
    ? [...shown, `${name}: and ${faults.length - shown.length} more such lines`]
    : shown;
}
