import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fileStamp, isProof } from './file-stamp.ts';
import { readSiteRecord } from './site-record.ts';

/**
 * Looks at every file of a site in a thread of its own: an archive has hundreds of thousands, and meanwhile the newsroom
 * is read.
 * @param out the folder of the site, absolute
 * @returns the files of its record that are not proven to be as they were written; those may still be, by their bytes.
 *   Undefined where the thread failed: then whoever asks must look.
 */
export function lookAtSite(out: string): Promise<ReadonlySet<string> | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: out });
    worker.once('message', (suspects: string[]) => resolve(new Set(suspects)));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

if (!isMainThread && typeof workerData === 'string') {
  const files = Object.entries(readSiteRecord(workerData)?.files ?? {});
  const suspects = files.filter(([path, { stamp }]) => !isProof(stamp) || fileStamp(join(workerData, path)) !== stamp);
  parentPort?.postMessage(suspects.map(([path]) => path));
}
