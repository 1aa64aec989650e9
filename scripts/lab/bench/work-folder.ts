import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';

/** Marks a folder that this command made: it may replace what such a folder holds. */
const MARK = '.made-by-bench';

/** Share of the disk; with less than this free, the trash is emptied. */
const LEAST_FREE = 0.15;

/** Where a benchmark makes its newsrooms, copies and sites. */
export class WorkFolder {
  readonly path: string;
  readonly #isTemporary: boolean;

  /**
   * @param path absolute; undefined: a new folder among the system's temporary ones
   * @throws UsageError if the folder holds someone else's files
   */
  constructor(path?: string) {
    this.#isTemporary = path === undefined;
    if (path !== undefined) {
      mkdirSync(path, { recursive: true });
      if (readdirSync(path).length > 0 && !existsSync(join(path, MARK))) {
        throw new UsageError(`--work ${path}: the folder is not empty; name another`);
      }
      writeFileSync(join(path, MARK), 'Made by “npm run bench”, which replaces what is in this folder.\n');
    }
    // The real path: a process reports the one it was started in, and builds compare the two.
    this.path = realpathSync(path ?? mkdtempSync(join(tmpdir(), 'newsroom-bench-')));
    this.#emptyTrash();
  }

  /**
   * Makes room for a folder that is to be made anew. Removing it would be measured: a file system may be slow for minutes
   * after tens of thousands of files were removed (ext4 without a journal skips over every one of them whenever it makes
   * a file).
   * @returns where it is now, until the next call
   */
  moveToTrash(folder: string): string {
    const trash = join(this.path, 'trash');
    const { bavail, blocks } = statfsSync(this.path);
    if (bavail < blocks * LEAST_FREE) this.#emptyTrash();
    mkdirSync(trash, { recursive: true });
    const place = join(trash, String(readdirSync(trash).length));
    if (existsSync(folder)) renameSync(folder, place);
    return place;
  }

  /** Empties the trash, and removes the whole folder unless it was asked for by name. */
  close(): void {
    if (this.#isTemporary) rmSync(this.path, { recursive: true, force: true });
    else this.#emptyTrash();
  }

  #emptyTrash(): void {
    rmSync(join(this.path, 'trash'), { recursive: true, force: true });
  }
}
