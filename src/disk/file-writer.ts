import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread, isMarkedAsUntransferable, parentPort, Worker, workerData } from 'node:worker_threads';

/** So many files are written by this thread, before another is started: an edit makes no more. */
const FEW = 100;

/** Files sent in one message, since each message costs both threads some time. */
const BATCH = 50;

/** Files waiting to be written before {@link FileWriter.room} waits: some 15 MB of pages. */
const MOST_WAITING = 1_000;

const THREAD = 'file writer';

type Batch = [path: string, bytes: Uint8Array][];

/**
 * Writes new files with their folders in another thread: creating a file and its folder can take as long as rendering the
 * page. Everything is written when {@link finished} has resolved.
 */
export class FileWriter {
  readonly #folders = new Set<string>();
  #direct = 0;
  #batch: Batch = [];
  #waiting = 0;
  #thread: Worker | undefined;
  #failure: Error | undefined;
  /** Resolved whenever files were written, or could not be. */
  #progress = Promise.withResolvers<void>();

  /**
   * @param path of a file that does not exist yet
   * @param bytes must not be used afterwards: they may be transferred to the other thread
   * @throws Error of the file system, here or in a later call
   */
  write(path: string, bytes: Uint8Array): void {
    if (this.#direct < FEW) {
      this.#direct += 1;
      writeInFolder(path, bytes, this.#folders);
      return;
    }
    this.#batch.push([path, bytes]);
    if (this.#batch.length === BATCH) this.#send();
  }

  /** Resolves when there is room for more. @throws Error if an earlier file could not be written */
  async room(): Promise<void> {
    await this.#until(() => this.#waiting <= MOST_WAITING);
  }

  /** Resolves when everything is written. @throws Error if a file could not be written */
  async finished(): Promise<void> {
    this.#send();
    await this.#until(() => this.#waiting === 0);
    await this.stop();
  }

  /** Ends the thread, though files may be left to write. */
  async stop(): Promise<void> {
    await this.#thread?.terminate();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    this.#thread ??= this.#start();
    // A buffer of its own is transferred without a copy.
    const owned = this.#batch.flatMap(([, { buffer, byteLength }]) =>
      byteLength === buffer.byteLength && !isMarkedAsUntransferable(buffer) ? [buffer as ArrayBuffer] : [],
    );
    this.#thread.postMessage(this.#batch, owned);
    this.#waiting += this.#batch.length;
    this.#batch = [];
  }

  #start(): Worker {
    const thread = new Worker(new URL(import.meta.url), { workerData: THREAD });
    const report = (failure?: Error) => {
      this.#failure ??= failure;
      this.#progress.resolve();
      this.#progress = Promise.withResolvers();
    };
    thread.on('message', (written: number | Error) => {
      if (written instanceof Error) return report(written);
      this.#waiting -= written;
      report();
    });
    thread.on('error', report);
    thread.on('exit', () => {
      if (this.#waiting === 0) return;
      report(new Error('The thread that writes the site’s files ended before they were written.'));
    });
    return thread;
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (this.#failure === undefined && !isSo()) await this.#progress.promise;
    if (this.#failure) throw this.#failure;
  }
}

/** @param folders that are known to exist; the file's is added */
function writeInFolder(path: string, bytes: Uint8Array, folders: Set<string>): void {
  const folder = dirname(path);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(path, bytes);
}

if (!isMainThread && workerData === THREAD) {
  const folders = new Set<string>();
  parentPort?.on('message', (batch: Batch) => {
    try {
      for (const [path, bytes] of batch) writeInFolder(path, bytes, folders);
      parentPort?.postMessage(batch.length);
    } catch (error) {
      parentPort?.postMessage(error);
    }
  });
}
