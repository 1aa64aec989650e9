import { addressOf } from './addresses.ts';
import type { FileDigest } from './site-files.ts';

/** What a new site does to the last one; each a list of paths, in order. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

const SHOWN = 20;

/**
 * Compares two sites.
 * @param last the files of the last one, without those it carried over itself
 */
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

/** “3 pages added, 12 changed, 1 removed; 8 other files added, 0 changed, 2 removed” */
export function countChanges({ added, changed, removed }: Changes): string {
  const count = (test: (path: string) => boolean) =>
    [added, changed, removed].map((paths) => paths.filter(test).length.toLocaleString('en'));
  const [newPages, changedPages, lostPages] = count(isPage);
  const [newFiles, changedFiles, lostFiles] = count((path) => !isPage(path));
  return (
    `Pages: ${newPages} added, ${changedPages} changed, ${lostPages} removed; ` +
    `other files: ${newFiles} added, ${changedFiles} changed, ${lostFiles} removed`
  );
}

/** The first pages of each kind, a line each. */
export function listChanges(changes: Changes): string[] {
  return (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const pages = changes[kind].filter(isPage);
    const more = pages.length - SHOWN;
    return [
      ...pages.slice(0, SHOWN).map((path) => `  ${kind.padEnd(7)}  ${addressOf(path)}`),
      ...(more > 0 ? [`  ${kind.padEnd(7)}  … and ${more.toLocaleString('en')} more`] : []),
    ];
  });
}
