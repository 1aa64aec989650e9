import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * All files below a folder, hidden ones included, with forward slashes, in code-unit order.
 * @param onOther receives the path of each entry that is neither a file nor a folder, such as a link
 */
export function filesBelow(folder: string, onOther?: (path: string) => void): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of onOther ? entries : [])
    if (!entry.isFile() && !entry.isDirectory()) onOther?.(join(entry.parentPath, entry.name));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
