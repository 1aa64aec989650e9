import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { recordFile, writingPath, type Target } from './target.ts';

const fileSchema = z.object({
  /** Hexadecimal. */
  sha256: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Of a page at a story's address that is no story. */
  standIn: z.enum(['notice', 'redirect']).optional(),
  /** With size and time, what tells that nobody has written to the file since: see `write-release.ts`. */
  inode: z.number(),
  /** Milliseconds; whole seconds, since the instant of the release that first had the file is set as its time. */
  mtime: z.number(),
});

const carriedSchema = z.object({
  /** The instant of the release that no longer had the file of its own. */
  droppedAt: z.iso.datetime().transform((text) => new Date(text)),
  /** Addresses of the stories that showed it. */
  stories: z.array(z.string()),
});

const recordSchema = z.object({
  id: z.string(),
  madeAt: z.iso.datetime().transform((text) => new Date(text)),
  /** The instant the site was built for. */
  now: z.iso.datetime().transform((text) => new Date(text)),
  /** A digest of the site's own files, those carried over left out. */
  digest: z.string(),
  /** What the content was checked out from; absent where it is in no git checkout. */
  commit: z.object({ id: z.string(), date: z.iso.datetime({ offset: true }) }).optional(),
  /** The addresses of stories that were withheld, and why; absent where the newsroom was not asked. */
  withheld: z.record(z.string(), z.string()).optional(),
  /** The release of which this is a copy without what was withdrawn since. */
  copyOf: z.string().optional(),
  files: z.record(z.string(), fileSchema),
  /** The files that are of earlier releases: readers may still have their pages open. */
  carried: z.record(z.string(), carriedSchema),
});

/** What is known of a release; it lies beside it and is not served. */
export type ReleaseRecord = z.output<typeof recordSchema>;
export type RecordedFile = ReleaseRecord['files'][string];
export type CarriedFile = ReleaseRecord['carried'][string];

/** @returns the record of a release; undefined where it cannot be read, for a deploy that can do without */
export function readRecord(target: Target, id: string): ReleaseRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordFile(target, id), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes a release's record, whole or not at all. */
export function writeRecord(target: Target, record: ReleaseRecord): void {
  const path = writingPath(target, '.json');
  const descriptor = openSync(path, 'w', 0o644);
  try {
    const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(path, recordFile(target, record.id));
}
