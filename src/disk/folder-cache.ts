import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';
import { takeLock } from './lock.ts';

/** A folder that takes seconds to make, and always comes out the same from the same sources. */
export interface FolderRequest {
  /** Where such folders are cached, one below the other. */
  cache: string;
  /** What it is made from: the same key, the same folder. Safe as a file name. */
  key: string;
  /** How many are cached: the current one, and those of branches that someone switches to. */
  most: number;
  /** Make it anew in any case. */
  isClean?: boolean;
  /** Writes its files. @param work an empty folder, whose path is always the same */
  make: (work: string) => Promise<void>;
}

export interface CachedFolder {
  path: string;
  /** SHA-256 of every file, hexadecimal, by path with forward slashes. */
  files: ReadonlyMap<string, string>;
}

/** The list of a folder's files is written last: a folder that has one is complete. */
const LIST = 'files.json';

/**
 * A folder from the cache if every file of it is as it was written; otherwise it is made.
 * @throws what `make` throws; the cache is then as it was
 */
export async function cachedFolder({ cache, key, most, isClean = false, make }: FolderRequest): Promise<CachedFolder> {
  const path = join(cache, key);
  const files = (isClean ? undefined : intactFiles(path)) ?? (await makeFolder());
  // The least recently used are removed.
  utimesSync(path, new Date(), new Date());
  removeOthers(cache, key, most);
  return { path, files };

  async function makeFolder(): Promise<CachedFolder['files']> {
    const unlock = await takeLock(join(cache, '.lock'), () => undefined);
    const work = join(cache, '.work');
    try {
      // Another process may have made it meanwhile.
      const known = isClean ? undefined : intactFiles(path);
      if (known) return known;
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work, { recursive: true });
      await make(work);
      const made = listFiles(work);
      rmSync(path, { recursive: true, force: true });
      renameSync(work, path);
      return made;
    } finally {
      rmSync(work, { recursive: true, force: true });
      unlock();
    }
  }
}

/** Writes the list of a folder's files as they are now. */
export function listFiles(folder: string): CachedFolder['files'] {
  rmSync(join(folder, LIST), { force: true });
  const files = filesBelow(folder).map((path): [string, string] => [path, digestOf(join(folder, path))]);
  writeFileSync(join(folder, LIST), JSON.stringify(Object.fromEntries(files)));
  return new Map(files);
}

/** The files of a folder; undefined if it is not there, or one of them is not as it was written. */
function intactFiles(folder: string): CachedFolder['files'] | undefined {
  try {
    const files = Object.entries(JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Record<string, string>);
    return files.every(([path, digest]) => digestOf(join(folder, path)) === digest) ? new Map(files) : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(path: string): string {
  return hash('sha256', readFileSync(path));
}

function removeOthers(cache: string, key: string, most: number): void {
  const others = readdirSync(cache)
    .filter((name) => name !== key && existsSync(join(cache, name, LIST)))
    .map((name) => ({ path: join(cache, name), usedAt: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of others.slice(most - 1)) rmSync(path, { recursive: true, force: true });
}
