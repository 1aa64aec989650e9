import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { UsageError } from '#src/publish/usage-error.ts';

/** Marks a folder that this command made: it empties no other. A dot-file is no content. */
const MARK = '.made-by-newsroom';

/**
 * Makes sure that writing to a folder loses nothing.
 * @param force whether the folder may hold something
 * @throws UsageError if it holds something and may not, or is no folder
 */
export function checkFolder(folder: string, force: boolean): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UsageError(`--out ${folder}: this is a file; name a folder`);
  if (!force && readdirSync(folder).length > 0) {
    throw new UsageError(`--out ${folder}: the folder is not empty; name another or add --force`);
  }
}

/** A folder being filled with content files; folders within it are made as they are needed. */
export class ContentFolder {
  readonly #root: string;
  readonly #made = new Set<string>();

  /**
   * Removes what an earlier run of this command wrote there. A folder that held something else is neither emptied nor
   * marked: its files stay, and only those of the same name are overwritten.
   */
  constructor(root: string) {
    this.#root = root;
    const found = existsSync(root) ? readdirSync(root) : [];
    if (found.includes(MARK)) {
      for (const collection of COLLECTIONS) rmSync(join(root, collection), { recursive: true, force: true });
    }
    if (found.length === 0)
      this.write(MARK, 'Made by “npm run newsroom”, which empties this folder when called with --force.\n');
  }

  /** @param file the path within the folder, with forward slashes */
  write(file: string, text: string): void {
    const path = join(this.#root, file);
    const folder = dirname(path);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    writeFileSync(path, text);
  }
}
