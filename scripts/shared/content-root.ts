import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { UsageError } from '#src/publish/usage-error.ts';

/** The option of every command that works on a newsroom. */
export const CONTENT_OPTION = { value: '<dir>', help: 'the newsroom’s folder (default: src/content)' } as const;

/**
 * The newsroom’s folder, as the option names it. A mistyped path is refused: it would make an empty site. Any one kind of
 * content is enough: git has no empty folders, so that a newsroom without an article has no `articles/`.
 * @returns its absolute path
 * @throws UsageError if it holds no newsroom
 */
export function contentRootOption(named = 'src/content'): string {
  const contentRoot = resolve(named);
  if (!isFolder(contentRoot)) throw new UsageError(`${contentRoot} holds no newsroom: there is no such folder`);
  if (!COLLECTIONS.some((collection) => isFolder(join(contentRoot, collection)))) {
    throw new UsageError(
      `${contentRoot} holds no newsroom: there is none of the folders ${COLLECTIONS.join(', ')} in it`,
    );
  }
  return contentRoot;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
