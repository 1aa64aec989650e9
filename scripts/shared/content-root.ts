import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { Problem } from '#src/schemas/problem.ts';
import { UsageError } from './command-line.ts';

/** Folders of a content root that the site reads: one for each kind of content, and the pictures. */
const KNOWN_FOLDERS: readonly string[] = [...COLLECTIONS, 'pictures'];

/**
 * Makes sure that a folder is a newsroom: a mistyped path would otherwise make an empty paper. Any one kind of content is
 * enough: git keeps no empty folders, so that a paper without a story yet has no `articles/`.
 * @param contentRoot absolute path
 * @returns a warning for each folder in it that the site does not read
 * @throws UsageError where it holds no newsroom
 */
export function checkContentRoot(contentRoot: string): Problem[] {
  if (!isFolder(contentRoot)) throw new UsageError(`${contentRoot} holds no newsroom: there is no such folder`);
  if (!COLLECTIONS.some((collection) => isFolder(join(contentRoot, collection)))) {
    throw new UsageError(
      `${contentRoot} holds no newsroom: there is none of the folders ${COLLECTIONS.join(', ')} in it`,
    );
  }
  return readdirSync(contentRoot, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !KNOWN_FOLDERS.includes(entry.name))
    .map(({ name }) => {
      const meant = suggest(name, KNOWN_FOLDERS);
      return {
        severity: 'warning',
        file: `${name}/`,
        field: '',
        reason: 'is not a folder of a newsroom, and nothing in it is read',
        remedy: meant ? `did you mean “${meant}”?` : `the folders are ${KNOWN_FOLDERS.join(', ')}`,
      };
    });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
