import { spawnSync } from 'node:child_process';
import { linkSync, lstatSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import type { RecordedFile } from './record.ts';
import type { LastRelease } from './retained-assets.ts';
import { digestOf, type FileDigest } from './site-files.ts';
import { syncPath } from '../shared/target.ts';

/** What a release is made from. */
interface ReleasePlan {
  /** Where it is written: a folder that does not exist yet. */
  folder: string;
  /** The folder of the built site. */
  built: string;
  /** The site's files, and those retained from the last release. */
  files: ReadonlyMap<string, FileDigest>;
  /** The release to link from. */
  last: LastRelease | undefined;
  /** Becomes the time of every file that is written. */
  instant: Date;
  /** Whether to read every file again before it is linked, whatever its size and time say. */
  isRereading: boolean;
  onFile: (done: number) => void;
}

interface WrittenRelease {
  files: Record<string, RecordedFile>;
  linked: number;
  copied: number;
}

/**
 * Writes a release. A file that the last release has with the same content becomes a hard link to it, so that a release
 * costs the disk only what is new, and readers' browsers can still use the copies they have. Files are never linked to
 * those of the built site, because the next build may write into them.
 *
 * A file is linked without reading it if its inode, size and time are as recorded; its time is the instant of the release
 * that first had it, and writing to it changes that. (The inode's ctime would show more, but every link that is made or
 * removed changes it.) Otherwise it is read, and copied from the built site if its content is not as recorded.
 * @throws Error if a file of the built site has changed since it was read, or if the disk refuses
 */
export function writeRelease(plan: ReleasePlan): WrittenRelease {
  const { folder, files, last, onFile } = plan;
  const written: WrittenRelease = { files: {}, linked: 0, copied: 0 };
  const copies: string[] = [];
  const folders = new Set<string>();
  let done = 0;
  for (const [path, digest] of files) {
    const to = join(folder, path);
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    const before = last?.record.files[path];
    const linked = last && before?.sha256 === digest.sha256 ? link(last.folder, path, before, to, plan) : undefined;
    written.files[path] = linked ?? copy(plan, path, digest, to);
    if (linked) written.linked += 1;
    else copies.push(to);
    onFile((done += 1));
  }
  written.copied = copies.length;
  syncRelease(folder, [...copies, ...folders]);
  return written;
}

/** @returns the record of the linked file; undefined if it is not as recorded, or cannot be linked */
function link(
  folder: string,
  path: string,
  before: RecordedFile,
  to: string,
  { isRereading }: ReleasePlan,
): RecordedFile | undefined {
  const from = join(folder, path);
  const stat = lstatSync(from, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const isAsRecorded = stat.ino === before.inode && stat.size === before.size && stat.mtimeMs === before.mtime;
  if ((isRereading || !isAsRecorded) && digestOf(readFileSync(from)).sha256 !== before.sha256) return undefined;
  try {
    linkSync(from, to);
  } catch (error) {
    // The file system has no hard links, or no more for this file, or the release is on another one.
    if (['EMLINK', 'EPERM', 'EXDEV', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  return { ...before, inode: stat.ino, mtime: stat.mtimeMs };
}

function copy({ built, last, instant }: ReleasePlan, path: string, digest: FileDigest, to: string): RecordedFile {
  // Retained files are only in the last release.
  const bytes = [built, last?.folder]
    .flatMap((folder) => (folder === undefined ? [] : (readIfThere(join(folder, path)) ?? [])))
    .find((candidate) => digestOf(candidate).sha256 === digest.sha256);
  if (bytes === undefined) {
    throw new UsageError(
      `${join(built, path)} has changed since it was checked; nothing was published. Deploy again while nothing else builds.`,
      1,
    );
  }
  writeFileSync(to, bytes, { flag: 'wx', mode: 0o644 });
  // Later than any earlier file of this path: servers and browsers tell versions apart by it, to the second.
  utimesSync(to, instant, instant);
  const { ino, mtimeMs } = statSync(to);
  return { ...digest, inode: ino, mtime: mtimeMs };
}

function readIfThere(path: string): Buffer | undefined {
  return statSync(path, { throwIfNoEntry: false }) && readFileSync(path);
}

/**
 * Makes a release survive a power loss before anything leads to it. `sync -f` syncs the whole file system in one call;
 * tens of thousands of folders one by one take minutes.
 * @param paths of files and folders, to sync one by one if there is no such program
 */
export function syncRelease(folder: string, paths: readonly string[] = []): void {
  if (spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status !== 0) for (const path of paths) syncPath(path);
}
