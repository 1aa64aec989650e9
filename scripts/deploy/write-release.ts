import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
  fstatSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import type { LastRelease } from './carried-assets.ts';
import type { RecordedFile } from './record.ts';
import { digestOf, type FileDigest } from './site-files.ts';
import { syncFolder } from './target.ts';

/** What a release is made of. */
export interface ReleasePlan {
  /** Where it is written: a folder that is not there yet. */
  folder: string;
  /** The folder of the built site. */
  built: string;
  /** The site's files, and those carried over from the last release. */
  files: ReadonlyMap<string, FileDigest>;
  /** The release to link from. */
  last: LastRelease | undefined;
  /** Becomes the time of every file that is written anew. */
  instant: Date;
  /** Whether files are read again before they are linked, whatever the disk says of them. */
  isDoubting: boolean;
  onFile: (done: number) => void;
}

/** What came of it. */
export interface WrittenRelease {
  files: Record<string, RecordedFile>;
  linked: number;
  copied: number;
}

/**
 * Writes a release. A file that the last release has with the same content is the same file in both (a hard link), so that
 * a release costs the disk only what is new, and readers' browsers go on believing the copies they have. Files are never
 * linked to the built site's: whoever builds next may write into those.
 *
 * A link is made without reading the file again where number, size and time are as recorded; its time is the instant of
 * the release that first had it, and whoever writes to it moves that. (The time of the last change of the inode would
 * tell more, but every link made or removed moves it.) Where they differ the file is read, and where its content is
 * another than recorded, it is copied anew from the built site.
 * @throws Error where a file of the built site is not what it was when it was read, or where the disk refuses
 */
export function writeRelease(plan: ReleasePlan): WrittenRelease {
  const { folder, files, last, onFile } = plan;
  const written: WrittenRelease = { files: {}, linked: 0, copied: 0 };
  const copies: string[] = [];
  const made = new Set<string>();
  const makeFolder = (path: string) => {
    if (made.has(path)) return;
    mkdirSync(path, { recursive: true });
    made.add(path);
  };
  makeFolder(folder);
  let done = 0;
  for (const [path, digest] of files) {
    const to = join(folder, path);
    makeFolder(dirname(to));
    const before = last?.record.files[path];
    const linked = last && before?.sha256 === digest.sha256 ? link(last.folder, path, before, to, plan) : undefined;
    if (linked) {
      written.files[path] = linked;
      written.linked += 1;
    } else {
      written.files[path] = copy(plan, path, digest, to);
      written.copied += 1;
      copies.push(to);
    }
    onFile((done += 1));
  }
  settle(folder, copies, [...made]);
  return written;
}

/** @returns the record of the linked file; undefined where it is not what was recorded, or cannot be linked */
function link(
  folder: string,
  path: string,
  before: RecordedFile,
  to: string,
  { isDoubting }: ReleasePlan,
): RecordedFile | undefined {
  const from = join(folder, path);
  const stat = lstatSync(from, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const isAsRecorded = stat.ino === before.inode && stat.size === before.size && stat.mtimeMs === before.mtime;
  if ((isDoubting || !isAsRecorded) && digestOf(readFileSync(from)).sha256 !== before.sha256) return undefined;
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file system without hard links, one that makes no more of this file, or a release on another one.
    if (code !== 'EMLINK' && code !== 'EPERM' && code !== 'EXDEV' && code !== 'ENOTSUP') throw error;
    return undefined;
  }
  return { ...before, inode: stat.ino, mtime: stat.mtimeMs };
}

function copy({ built, last, instant }: ReleasePlan, path: string, digest: FileDigest, to: string): RecordedFile {
  const isWhat = (bytes: Buffer | undefined) => bytes !== undefined && digestOf(bytes).sha256 === digest.sha256;
  let bytes = readOrNothing(join(built, path));
  // What is carried over is not in the built site.
  if (!isWhat(bytes) && last) bytes = readOrNothing(join(last.folder, path));
  if (bytes === undefined || !isWhat(bytes)) {
    throw new UsageError(
      `${join(built, path)} has changed since it was checked; nothing was published. Deploy again while nothing else builds.`,
      1,
    );
  }
  const descriptor = openSync(to, 'wx', 0o644);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    // Later than the time of any earlier file of this path: servers and browsers tell versions apart by it, to the second.
    futimesSync(descriptor, instant, instant);
    const { ino, mtimeMs } = fstatSync(descriptor);
    return { ...digest, inode: ino, mtime: mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Has a release survive a power loss before anything leads to it. One call settles a whole file system where there is such
 * a call; tens of thousands of folders one by one take minutes.
 */
export function settle(folder: string, copies: readonly string[], folders: readonly string[]): void {
  if (spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0) return;
  for (const path of copies) {
    const descriptor = openSync(path, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
  for (const path of folders) syncFolder(path);
}
