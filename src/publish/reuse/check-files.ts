import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fileStamp, isProof } from '#src/disk/file-signature.ts';
import { RecordedGroup, type SiteFile, type SiteFiles } from './recorded-group.ts';
import { isAsRecorded, readSiteRecord, type SiteRecord } from './site-record.ts';

/** What has become of a site's files since its record was written. */
export interface SiteLook {
  /** The files that are not, byte for byte, what the record says, by group. */
  damaged: ReadonlyMap<string, ReadonlySet<string>>;
  /** Groups whose stamps were no proof and are now, as they are to be recorded. */
  restamped: ReadonlyMap<string, RecordedGroup>;
}

/** Looks at every file of a recorded site. */
export function lookAtFiles(out: string, { groups }: Pick<SiteRecord, 'groups'>): SiteLook {
  const damaged = new Map<string, ReadonlySet<string>>();
  const restamped = new Map<string, RecordedGroup>();
  for (const [name, group] of groups) {
    const files = group.files();
    const bad = new Set<string>();
    const seen = new Map<string, SiteFile>();
    for (const [path, file] of files) {
      // `join` would look for dots in each of a quarter of a million paths.
      const at = `${out}/${path}`;
      const stamp = fileStamp(at);
      if (isProof(file.stamp) && stamp === file.stamp) continue;
      if (stamp === undefined || !isAsRecorded(at, { digest: file.digest })) bad.add(path);
      else if (isProof(stamp)) seen.set(path, { ...file, stamp });
    }
    if (bad.size > 0) damaged.set(name, bad);
    if (seen.size > 0) restamped.set(name, restampedGroup(group.key, files, seen));
  }
  return { damaged, restamped };
}

function restampedGroup(key: string, files: SiteFiles, seen: SiteFiles): RecordedGroup {
  return RecordedGroup.of(key, new Map([...files].map(([path, file]) => [path, seen.get(path) ?? file])));
}

/** What passes from the thread that looks: no classes do. */
interface Told {
  damaged: SiteLook['damaged'];
  restamped: readonly { name: string; group: Pick<RecordedGroup, 'key' | 'count' | 'pictures' | 'body'> }[];
}

/** A look that is being taken. */
export interface Looking {
  /** What was seen; undefined where the thread failed: then whoever asks must look. */
  finished: Promise<SiteLook | undefined>;
  /** Ends it, where nobody waits for it any more. */
  stop: () => void;
}

/**
 * Looks at every file of a site in a thread of its own: an archive has hundreds of thousands, and meanwhile the newsroom
 * is read.
 * @param out the folder of the site, absolute, after all links
 */
export function startLooking(out: string): Looking {
  const worker = new Worker(new URL(import.meta.url), { workerData: out });
  const finished = new Promise<SiteLook | undefined>((resolve) => {
    worker.once('message', ({ damaged, restamped }: Told) =>
      resolve({
        damaged,
        restamped: new Map(
          restamped.map(({ name, group: { key, count, pictures, body } }) => [
            name,
            new RecordedGroup(key, count, pictures, body),
          ]),
        ),
      }),
    );
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return { finished, stop: () => void worker.terminate() };
}

if (!isMainThread && typeof workerData === 'string') {
  const { damaged, restamped } = lookAtFiles(workerData, readSiteRecord(workerData) ?? { groups: new Map() });
  const told: Told = {
    damaged,
    restamped: [...restamped].map(([name, { key, count, pictures, body }]) => {
      return { name, group: { key, count, pictures, body } };
    }),
  };
  parentPort?.postMessage(told);
}
