import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';

/** Marks a folder as this command's own: what it finds in one, it may replace. */
const STAMP = '.made-by-bench';

/** Where a benchmark makes its newsrooms, copies and sites. */
export interface WorkFolder {
  path: string;
  /** Removes it, unless it was asked for by name. */
  close: () => void;
}

/**
 * @param path absolute; undefined: a new folder among the system's temporary ones
 * @throws UsageError where the folder holds somebody else's files
 */
export function openWorkFolder(path: string | undefined): WorkFolder {
  if (path === undefined) {
    // The real path: a process reports the one it was started in, and builds compare the two.
    const made = realpathSync(mkdtempSync(join(tmpdir(), 'newsroom-bench-')));
    const close = () => rmSync(made, { recursive: true, force: true });
    // Gigabytes, where somebody gives up half-way. The processes being measured hear the same signal.
    process.once('SIGINT', () => {
      close();
      process.exit(130);
    });
    return { path: made, close };
  }
  mkdirSync(path, { recursive: true });
  const found = readdirSync(path);
  if (found.length > 0 && !existsSync(join(path, STAMP))) {
    throw new UsageError(`--work ${path}: the folder is not empty; name another`);
  }
  writeFileSync(join(path, STAMP), 'Made by “npm run bench”, which replaces what is in this folder.\n');
  return { path: realpathSync(path), close: () => undefined };
}
