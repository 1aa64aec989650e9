import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The folders that a build of the site reads, besides the files at the project's top. */
const FOLDERS = ['src', 'scripts', 'public'];

/** The sample newsroom: a copy builds another. */
const CONTENT = join('src', 'content');

/**
 * Copies this project's working tree, saved in git or not, so that templates can be changed and the checkout can be
 * worked in while its copy is measured.
 * @param from the project's root
 * @param to replaced if it exists
 */
export function copyProject(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const files = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) cpSync(join(from, name), join(to, name));
  for (const folder of FOLDERS) {
    cpSync(join(from, folder), join(to, folder), {
      recursive: true,
      filter: (source) => relative(from, source) !== CONTENT,
    });
  }
  linkPackages(from, to);
  // What `scripts/run.mjs` writes after an installation: without it, every command of the copy would install first.
  const lockfile = createHash('sha256')
    .update(readFileSync(join(to, 'package-lock.json')))
    .digest('hex');
  writeFileSync(join(to, 'node_modules', '.installed-lockfile'), lockfile);
}

/**
 * Gives a folder the packages of a project: a `node_modules` of its own, with a link to each package. Caches and locks,
 * which are in `node_modules` under names that begin with a dot, are thereby its own as well.
 */
export function linkPackages(from: string, to: string): void {
  const packages = join(from, 'node_modules');
  mkdirSync(join(to, 'node_modules'), { recursive: true });
  for (const name of readdirSync(packages)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    // A junction needs no rights on Windows, and is an ordinary link elsewhere.
    symlinkSync(resolve(packages, name), join(to, 'node_modules', name), 'junction');
  }
}
