import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormSite } from '#src/publish/compile/form-site.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';

/** What only a form's folder has: its page alone could be anybody's. */
const MARKS = ['index.html', 'parts', 'icon.svg'];

/**
 * Writes a form into a folder of its own: first what its page names, then the page, then what the last form has left is
 * taken away. An editor who loads it meanwhile gets the old one or the new one.
 * @throws UsageError where the folder holds something else: it would be mixed with the form, or lost
 */
export function writeForm({ page, files }: FormSite, out: string): void {
  const before = existsSync(out) ? readdirSync(out) : [];
  if (before.length > 0 && !MARKS.every((name) => before.includes(name))) {
    throw new UsageError(`${out} holds something that is no form. Name a folder of the form’s own, or empty this one`);
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
