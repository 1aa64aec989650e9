import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';

/** The project's own folder. */
const PROJECT = realpathSync(join(import.meta.dirname, '..', '..'));

/**
 * The path of a file or folder with addresses, which must be outside of every repository: what is in one is pushed, copied and
 * published sooner or later.
 * @param what it is, for the message: `--list`
 * @returns the path in full, links followed as far as there is something
 * @throws UsageError if it is inside the project or another git repository
 */
export function outsideRepositories(what: string, path: string): string {
  const full = realPath(resolve(path));
  for (let folder = full; ; folder = dirname(folder)) {
    if (folder === PROJECT || existsSync(join(folder, '.git')))
      throw new UsageError(
        `${what} ${path}: it is inside a repository (${folder}), and what is there gets published sooner or later. ` +
          'Addresses belong elsewhere: move the file, such as to /srv/newsletter/.',
      );
    if (dirname(folder) === folder) return full;
  }
}

/** The path without links; of what does not exist yet, as far as it does. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path
    ? path
    : [realPath(parent).replace(/[\\/]$/, ''), path.slice(parent.length).replace(/^[\\/]/, '')].join(sep);
}
