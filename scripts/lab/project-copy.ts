import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** What a build of the site reads, besides the files at the project's top. */
const FOLDERS = ['src', 'scripts', 'public'];

/** The sample newsroom: a measured build is always told another. */
const CONTENT = join('src', 'content');

/**
 * Copies this project as it stands in the working tree, saved and unsaved in git alike, so that templates can be changed
 * and the checkout can be worked in while its copy is measured.
 * @param from the project's root
 * @param to replaced where it exists
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
}

/**
 * Gives a folder the packages of a project: a `node_modules` of its own, with a link to each package. Caches and locks,
 * which live in `node_modules` under names that begin with a dot, are thereby its own as well.
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
