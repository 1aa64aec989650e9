import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '#src/publish/usage-error.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { ListKey } from './list-key.ts';
import { writeDurably } from './write-durably.ts';

const FORMAT = 'newsletter-removed 1';

/**
 * The hashes of those who have left the list. It is asked before each sending and each import, so that no one comes back by an old
 * export; their addresses are nowhere any more.
 * @throws UsageError if it was made with another secret
 */
export function readRemoved(path: string, key: ListKey): Set<string> {
  if (!existsSync(path)) return new Set();
  const [head, ...hashes] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (head !== `${FORMAT} ${key.mark}`)
    throw new UsageError(
      `${path}:1: this was made with another secret, so that it does not say who has left the list. Bring back the secret (the file that ends with .key) from a backup.`,
      1,
    );
  return new Set(hashes);
}

export function writeRemoved(path: string, key: ListKey, removed: ReadonlySet<string>): void {
  writeDurably(path, `${[`${FORMAT} ${key.mark}`, ...[...removed].sort(compareText)].join('\n')}\n`);
}
