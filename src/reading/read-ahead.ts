import { parentPort } from 'node:worker_threads';
import { startThread, threadInput } from '#src/disk/own-thread.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import type { ContentRecord, ReadingMemory } from './content-record.ts';
import { readContentFile } from './read-content-file.ts';
import type { Survey } from './survey-newsroom.ts';

/** So many files are read by one thread: a second one needs a third of a second to begin. */
const FEW = 3_000;

/** How many files a thread takes at a time. */
const BATCH = 100;

const THREAD = 'content reader';

/** What both threads read from. */
interface ThreadInput {
  contentRoot: string;
  files: readonly ListedFile[];
  /** How many batches have been taken; shared by the threads. */
  taken: Int32Array<SharedArrayBuffer>;
}

interface ListedFile {
  collection: Collection;
  /** The path within the collection's folder. */
  name: string;
}

/** A good file. */
interface GoodFile {
  record: ContentRecord;
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string;
}

/**
 * Reads what a memory does not know of a large newsroom, in two threads, and has it remember the good files: the reading that
 * follows recalls them. Files with mistakes are left to that reading, and so is everything that the second thread could
 * not read.
 * @param few so many unknown files are left to it as well
 * @param onFile receives how many files have been read, of how many
 * @returns whether anything was read
 */
export async function readAhead(
  contentRoot: string,
  { content }: Survey,
  memory: ReadingMemory,
  { few = FEW, onFile }: { few?: number; onFile?: ((done: number, total: number) => void) | undefined } = {},
): Promise<boolean> {
  const files = COLLECTIONS.flatMap((collection) =>
    content[collection]
      .filter((file) => !memory.knows(file))
      .map((file) => ({ collection, name: file.slice(collection.length + 1) })),
  );
  if (files.length <= few) return false;
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const input: ThreadInput = { contentRoot, files, taken };
  const worker = startThread(import.meta.url, THREAD, input);
  const remember = (good: readonly GoodFile[]) => good.forEach(({ record, digest }) => memory.remember(record, digest));
  const ended = new Promise<void>((resolve) => {
    worker.on('message', remember);
    worker.once('error', () => resolve());
    worker.once('exit', () => resolve());
  });
  try {
    for (const good of batchesOf(input)) {
      remember(good);
      onFile?.(Math.min(Atomics.load(taken, 0) * BATCH, files.length), files.length);
    }
    await ended;
  } finally {
    await worker.terminate();
  }
  return true;
}

/** The good files of each batch that no other thread has taken. */
function* batchesOf({ contentRoot, files, taken }: ThreadInput): Generator<GoodFile[]> {
  for (let at = 0; at < files.length;) {
    at = Atomics.add(taken, 0, 1) * BATCH;
    yield files.slice(at, at + BATCH).flatMap(({ collection, name }) => {
      const { record, digest } = readContentFile({ contentRoot }, collection, name);
      return record && digest ? [{ record, digest }] : [];
    });
  }
}

const own = threadInput<ThreadInput>(THREAD);
if (own) for (const good of batchesOf(own)) parentPort?.postMessage(good);
