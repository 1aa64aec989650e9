import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Of the disk; with less than this, what was put aside goes. */
const LEAST_FREE = 0.15;

/**
 * Where sites that are in the way are put, since removing them would be measured: a file system may be slow for minutes
 * after tens of thousands of files were removed (ext4 without a journal looks past every one of them whenever it makes
 * a file).
 */
export class Aside {
  readonly #folder: string;

  /** @param folder on the same disk as what is put there; made when needed */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes room for a site that is to be built into an empty folder. */
  put(site: string): void {
    if (!existsSync(site)) return;
    const { bavail, blocks } = statfsSync(site);
    if (bavail < blocks * LEAST_FREE) this.empty();
    mkdirSync(this.#folder, { recursive: true });
    renameSync(site, join(this.#folder, String(readdirSync(this.#folder).length)));
  }

  empty(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
