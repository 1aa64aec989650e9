import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormSite } from '#src/publish/compile/form-site.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';

/** What a form's folder has; its page alone could belong to any site. */
const MARKS = ['index.html', 'parts', 'icon.svg'];

/**
 * Writes a form into a folder of its own: first the files that its page names, then the page; then it removes what the last
 * form has left. An editor who loads it meanwhile gets either the old one or the new one.
 * @throws UsageError if the folder holds something else
 */
export function writeForm({ page, files }: FormSite, out: string): void {
  const before = existsSync(out) ? readdirSync(out) : [];
  if (before.length > 0 && !MARKS.every((name) => before.includes(name))) {
    throw new UsageError(`${out} holds something other than the form. Choose another folder, or empty this one`);
  }
  const old = existsSync(join(out, 'parts')) ? readdirSync(join(out, 'parts')).map((name) => `parts/${name}`) : [];
  for (const [path, { source }] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    copyFileSync(source, join(out, path));
  }
  writeAtomically(join(out, 'index.html'), page);
  const scripts = before.filter((name) => /^form\..*\.js$/.test(name));
  for (const path of [...old, ...scripts]) if (!files.has(path)) rmSync(join(out, path));
}
