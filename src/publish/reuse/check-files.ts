import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { fileSignature, isProof } from '#src/disk/file-signature.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { startThread, threadInput } from '#src/disk/own-thread.ts';
import { RecordedGroup, type SiteFile, type SiteFiles } from './recorded-group.ts';
import { hasDigest, NOTHING_KNOWN, readSiteRecord, type SitePlace, type SiteRecord } from './site-record.ts';
import { statAhead } from './stat-ahead.ts';

/** What has become of a site since its record was written. */
export interface FileCheck {
  /** The files that are not, byte for byte, what the record says, by group. */
  damaged: ReadonlyMap<string, ReadonlySet<string>>;
  /** Groups with signatures that proved nothing when they were recorded, as they are to be recorded now. */
  updated: ReadonlyMap<string, RecordedGroup>;
  /** Files that are in the site's folder, and not in its record; only if they were looked for. */
  unknown: readonly string[];
}

/**
 * Checks every file of a recorded site.
 * @param at the time, in milliseconds since 1970
 * @param record undefined if nothing is known of the site
 * @param isComplete also look for files that the record does not know; without a record, that is always done
 */
export function checkFiles(out: string, record: SiteRecord | undefined, at: number, isComplete = false): FileCheck {
  const { groups } = record ?? NOTHING_KNOWN;
  const damaged = new Map<string, ReadonlySet<string>>();
  const updated = new Map<string, RecordedGroup>();
  for (const [name, group] of groups) {
    const files = group.files();
    const bad = new Set<string>();
    const seen = new Map<string, SiteFile>();
    for (const [path, file] of files) {
      // `join` would look for dots in each of a quarter of a million paths.
      const full = `${out}/${path}`;
      const signature = fileSignature(full, at);
      if (isProof(file.signature) && signature === file.signature) continue;
      if (signature === undefined || !hasDigest(full, file.digest)) bad.add(path);
      else if (isProof(signature)) seen.set(path, { ...file, signature });
    }
    if (bad.size > 0) damaged.set(name, bad);
    if (seen.size > 0) updated.set(name, updatedGroup(group.key, files, seen));
  }
  return { damaged, updated, unknown: isComplete || !record ? unknownFiles(out, groups) : [] };
}

/** Of a site of fewer files, each is soon asked for; of larger ones, so many are a sample. */
const FEW_FILES = 5_000;
const SAMPLE = 200;

function statFilesAhead(out: string, record: SiteRecord): () => void {
  const groups = [...record.groups.values()];
  const pathsOf = (group: RecordedGroup) => [...group.files().keys()].map((path) => `${out}/${path}`);
  if (groups.reduce((sum, { count }) => sum + count, 0) < FEW_FILES) return () => undefined;
  const sample = groups.filter((_, at) => at % Math.ceil(groups.length / SAMPLE) === 0);
  return statAhead(
    sample.flatMap((group) => pathsOf(group).slice(0, 1)),
    () => groups.flatMap(pathsOf),
  );
}

function unknownFiles(out: string, groups: SiteRecord['groups']): string[] {
  if (!existsSync(out)) return [];
  const known = new Set([...groups.values()].flatMap((group) => [...group.files().keys()]));
  return filesBelow(out).filter((path) => !known.has(path));
}

function updatedGroup(key: string, files: SiteFiles, seen: SiteFiles): RecordedGroup {
  return RecordedGroup.of(key, new Map([...files].map(([path, file]) => [path, seen.get(path) ?? file])));
}

/** A check in a thread of its own. */
export interface RunningFileCheck {
  /** undefined if the thread failed: then the check must be done without it. */
  finished: Promise<FileCheck | undefined>;
  stop: () => void;
}

const THREAD = 'file check';

interface ThreadInput {
  place: SitePlace;
  at: number;
  isComplete: boolean;
}

/** What passes from the thread: instances of classes do not. */
interface ThreadOutput {
  damaged: FileCheck['damaged'];
  unknown: FileCheck['unknown'];
  updated: readonly (readonly [name: string, group: Pick<RecordedGroup, 'key' | 'count' | 'pictures' | 'body'>])[];
}

/**
 * Checks every file of a site in a thread of its own: an archive has hundreds of thousands, and meanwhile the newsroom
 * is read.
 * @param isComplete as for {@link checkFiles}
 */
export function startFileCheck(place: SitePlace, at: number, isComplete: boolean): RunningFileCheck {
  const worker = startThread(import.meta.url, THREAD, { place, at, isComplete } satisfies ThreadInput);
  const finished = new Promise<FileCheck | undefined>((resolve) => {
    worker.once('message', ({ damaged, unknown, updated }: ThreadOutput) => {
      const groups = updated.map(([name, { key, count, pictures, body }]) => {
        return [name, new RecordedGroup(key, count, pictures, body)] as const;
      });
      resolve({ damaged, unknown, updated: new Map(groups) });
    });
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return { finished, stop: () => void worker.terminate() };
}

const own = threadInput<ThreadInput>(THREAD);
if (own) {
  const { place, at, isComplete } = own;
  const record = readSiteRecord(place);
  const stop = statFilesAhead(place.out, record ?? NOTHING_KNOWN);
  const { damaged, unknown, updated } = checkFiles(place.out, record, at, isComplete);
  stop();
  parentPort?.postMessage({
    damaged,
    unknown,
    updated: [...updated].map(([name, { key, count, pictures, body }]) => [name, { key, count, pictures, body }]),
  } satisfies ThreadOutput);
}
