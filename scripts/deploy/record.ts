import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { recordFile, writingPath, type Target } from '../shared/target.ts';

const instantSchema = z.iso.datetime().transform((text) => new Date(text));

const fileSchema = z.object({
  /** Hexadecimal. */
  sha256: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Of a page that replaces an article at its address. */
  replacement: z.enum(['tombstone', 'redirect']).optional(),
  /** With size and time, this shows that no one has written to the file since: see `write-release.ts`. */
  inode: z.number(),
  /** Milliseconds; whole seconds, because it is set to the instant of the release that first had the file. */
  mtime: z.number(),
});

const retainedSchema = z.object({
  /** The instant of the first release whose own site did not have the file. */
  droppedAt: instantSchema,
  /** Addresses of the articles that showed it. */
  articles: z.array(z.string()),
});

const recordSchema = z.object({
  id: z.string(),
  madeAt: instantSchema,
  /** The instant for which the site was built. */
  now: instantSchema,
  /** Of the site's own files, without the retained ones. */
  digest: z.string(),
  /** The commit of the content; absent if it is in no git checkout. */
  commit: z.object({ id: z.string(), date: z.iso.datetime({ offset: true }) }).optional(),
  /** The addresses of withheld articles, with the reason; absent if the newsroom was not read. */
  withheld: z.record(z.string(), z.string()).optional(),
  /** The release of which this is a copy without what has been withdrawn since. */
  copyOf: z.string().optional(),
  files: z.record(z.string(), fileSchema),
  /** The files of earlier releases that readers' open pages may still need. */
  retained: z.record(z.string(), retainedSchema),
});

/** What is known of a release: a file beside it that is not served. */
export type ReleaseRecord = z.output<typeof recordSchema>;
export type RecordedFile = ReleaseRecord['files'][string];
export type RetainedFile = ReleaseRecord['retained'][string];

/** Fields of records that earlier versions wrote, and what they are called now. */
const FORMER_FIELDS: readonly [former: string, field: string][] = [
  ['"standIn":"notice"', '"replacement":"tombstone"'],
  ['"standIn":', '"replacement":'],
  ['"carried":', '"retained":'],
  ['"stories":', '"articles":'],
];

/** @returns the record of a release; undefined if it cannot be read, which a deploy can do without */
export function readRecord(target: Target, id: string): ReleaseRecord | undefined {
  try {
    const text = readFileSync(recordFile(target, id), 'utf8');
    return recordSchema.parse(JSON.parse(FORMER_FIELDS.reduce((json, names) => json.replaceAll(...names), text)));
  } catch {
    return undefined;
  }
}

/** Writes a release's record atomically. */
export function writeRecord(target: Target, record: ReleaseRecord): void {
  const path = writingPath(target, '.json');
  writeFileSync(path, `${JSON.stringify(record)}\n`, { mode: 0o644, flush: true });
  renameSync(path, recordFile(target, record.id));
}
