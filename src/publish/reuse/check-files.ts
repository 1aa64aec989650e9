import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fileSignature, isProof } from '#src/disk/file-signature.ts';
import { RecordedGroup, type SiteFile, type SiteFiles } from './recorded-group.ts';
import { hasDigest, readSiteRecord, type SitePlace, type SiteRecord } from './site-record.ts';

/** What has become of a site's files since its record was written. */
export interface FileCheck {
  /** The files that are not, byte for byte, what the record says, by group. */
  damaged: ReadonlyMap<string, ReadonlySet<string>>;
  /** Groups with signatures that proved nothing when they were recorded, as they are to be recorded now. */
  updated: ReadonlyMap<string, RecordedGroup>;
}

/** Checks every file of a recorded site. @param at the time, in milliseconds since 1970 */
export function checkFiles(out: string, { groups }: Pick<SiteRecord, 'groups'>, at: number): FileCheck {
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
  return { damaged, updated };
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

interface ThreadInput {
  place: SitePlace;
  at: number;
}

/** What passes from the thread: instances of classes do not. */
interface ThreadOutput {
  damaged: FileCheck['damaged'];
  updated: readonly (readonly [name: string, group: Pick<RecordedGroup, 'key' | 'count' | 'pictures' | 'body'>])[];
}

/**
 * Checks every file of a site in a thread of its own: an archive has hundreds of thousands, and meanwhile the newsroom
 * is read.
 */
export function startFileCheck(place: SitePlace, at: number): RunningFileCheck {
  const worker = new Worker(new URL(import.meta.url), { workerData: { place, at } satisfies ThreadInput });
  const finished = new Promise<FileCheck | undefined>((resolve) => {
    worker.once('message', ({ damaged, updated }: ThreadOutput) => {
      const groups = updated.map(([name, { key, count, pictures, body }]) => {
        return [name, new RecordedGroup(key, count, pictures, body)] as const;
      });
      resolve({ damaged, updated: new Map(groups) });
    });
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return { finished, stop: () => void worker.terminate() };
}

function isThreadInput(data: unknown): data is ThreadInput {
  return typeof data === 'object' && data !== null && 'place' in data && 'at' in data;
}

if (!isMainThread && isThreadInput(workerData)) {
  const { place, at } = workerData;
  const { damaged, updated } = checkFiles(place.out, readSiteRecord(place) ?? { groups: new Map() }, at);
  parentPort?.postMessage({
    damaged,
    updated: [...updated].map(([name, { key, count, pictures, body }]) => [name, { key, count, pictures, body }]),
  } satisfies ThreadOutput);
}
