import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '#src/schemas/problem.ts';

/**
 * All files below a folder, as paths relative to it with forward slashes, in code-unit order on every machine.
 * Symbolic links are not followed and dot-files are left out. A folder that does not exist holds nothing.
 */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of entriesOf(join(folder, below))) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  walk('');
  return found.sort(compareText);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
