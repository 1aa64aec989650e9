import { statSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { UsageError } from '#src/publish/usage-error.ts';

/**
 * Makes sure that a folder is a newsroom: a mistyped path would otherwise make an empty site. Any one kind of content is
 * enough: git has no empty folders, so that a newsroom without an article has no `articles/`.
 * @param contentRoot absolute path
 * @throws UsageError if it holds no newsroom
 */
export function checkContentRoot(contentRoot: string): void {
  if (!isFolder(contentRoot)) throw new UsageError(`${contentRoot} holds no newsroom: there is no such folder`);
  if (!COLLECTIONS.some((collection) => isFolder(join(contentRoot, collection)))) {
    throw new UsageError(
      `${contentRoot} holds no newsroom: there is none of the folders ${COLLECTIONS.join(', ')} in it`,
    );
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
