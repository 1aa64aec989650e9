import { addressOf } from './addresses.ts';
import type { FileDigest } from './site-files.ts';

/** How a new site differs from the last one: sorted lists of paths. */
interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

const SHOWN = 20;

/** @param last the files of the last site, without those it had retained itself */
export function changesBetween(
  last: ReadonlyMap<string, Pick<FileDigest, 'sha256'>>,
  files: ReadonlyMap<string, FileDigest>,
): Changes {
  const paths = [...files.keys()];
  return {
    added: paths.filter((path) => !last.has(path)),
    changed: paths.filter((path) => last.has(path) && last.get(path)?.sha256 !== files.get(path)?.sha256),
    removed: [...last.keys()].filter((path) => !files.has(path)),
  };
}

export const isPage = (path: string): boolean => path.endsWith('.html');

/** “Pages: 3 added, 12 changed, 1 removed; other files: 8 added, 0 changed, 2 removed” */
export function countChanges(changes: Changes): string {
  const count = (test: (path: string) => boolean) =>
    Object.entries(changes).map(
      ([kind, paths]: [string, string[]]) => `${showNumber(paths.filter(test).length)} ${kind}`,
    );
  return `Pages: ${count(isPage).join(', ')}; other files: ${count((path) => !isPage(path)).join(', ')}`;
}

/** The first pages of each kind, a line each. */
export function listChanges(changes: Changes): string[] {
  return Object.entries(changes).flatMap(([kind, paths]: [string, string[]]) =>
    firstOf(paths.filter(isPage).map(addressOf)).map((line) => `  ${kind.padEnd(7)}  ${line}`),
  );
}

/** The first items of a long list, and a line that counts the others. */
export function firstOf(items: readonly string[]): string[] {
  const more = items.length - SHOWN;
  return [...items.slice(0, SHOWN), ...(more > 0 ? [`… and ${showNumber(more)} more`] : [])];
}

export const showNumber = (count: number): string => count.toLocaleString('en');
