import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIST_FOLDER, type ListFiles } from '#src/admin/published-list.ts';
import type { FormSite } from '#src/publish/compile/form-site.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';

/** What a form's folder has; its page alone could belong to any site. */
const MARKS = ['index.html', 'parts', 'icon.svg'];

/**
 * Writes a form into a folder of its own: first the files that its page names, and what it must know of the newsroom; then the page;
 * then it removes what the last form has left. An editor who loads it meanwhile gets either the old one or the new one.
 * @throws UsageError if the folder holds something else
 */
export function writeForm({ page, files }: FormSite, lists: ListFiles, out: string): void {
  const before = existsSync(out) ? readdirSync(out) : [];
  if (before.length > 0 && !MARKS.every((name) => before.includes(name))) {
    throw new UsageError(`${out} holds something other than the form. Choose another folder, or empty this one`);
  }
  const old = ['parts', LIST_FOLDER].flatMap((folder) =>
    existsSync(join(out, folder)) ? readdirSync(join(out, folder)).map((name) => `${folder}/${name}`) : [],
  );
  for (const [path, { source }] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    copyFileSync(source, join(out, path));
  }
  mkdirSync(join(out, LIST_FOLDER), { recursive: true });
  for (const [path, text] of lists) writeAtomically(join(out, path), text);
  writeAtomically(join(out, 'index.html'), page);
  const scripts = before.filter((name) => /^form\..*\.js$/.test(name));
  for (const path of [...old, ...scripts]) if (!files.has(path) && !lists.has(path)) rmSync(join(out, path));
}
