import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread, isMarkedAsUntransferable, parentPort, Worker, workerData } from 'node:worker_threads';

/** Files that are written at once, before a thread is started for all that follow: an edit makes no more. */
const FEW = 100;

/** Files handed over together, since each message costs both threads some time. */
const BATCH = 50;

/** Files on their way before whoever makes them waits: of pages, some 15 MB. */
const MOST_WAITING = 1_000;

const THREAD = 'file writer';

type Batch = [path: string, bytes: Uint8Array][];

/**
 * Writes new files with the folders they stand in, beside whoever makes them: to make a file and its folder can cost a
 * file system as much as the page costs us. What is written can be relied on when {@link finished} has resolved.
 */
export class FileWriter {
  readonly #folders = new Set<string>();
  #direct = 0;
  #batch: Batch = [];
  #waiting = 0;
  #thread: Worker | undefined;
  #failure: Error | undefined;
  /** Resolved whenever something has become of what waits. */
  #news = Promise.withResolvers<void>();

  /**
   * @param path whose file is not there yet
   * @param bytes given away: they may not be read or changed afterwards
   * @throws Error of the file system, unless a later call has it
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

  /** Resolves when more may be handed over. @throws Error where an earlier file could not be written */
  async room(): Promise<void> {
    await this.#until(() => this.#waiting <= MOST_WAITING);
  }

  /** Resolves when everything is written. @throws Error where a file could not be written */
  async finished(): Promise<void> {
    this.#send();
    await this.#until(() => this.#waiting === 0);
    await this.stop();
  }

  /** Ends the thread, whatever it has still to write. */
  async stop(): Promise<void> {
    await this.#thread?.terminate();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    this.#thread ??= this.#start();
    // What has a memory of its own changes hands without a copy.
    const owned = this.#batch.flatMap(([, { buffer, byteLength }]) =>
      byteLength === buffer.byteLength && !isMarkedAsUntransferable(buffer) ? [buffer as ArrayBuffer] : [],
    );
    this.#thread.postMessage(this.#batch, owned);
    this.#waiting += this.#batch.length;
    this.#batch = [];
  }

  #start(): Worker {
    const thread = new Worker(new URL(import.meta.url), { workerData: THREAD });
    const tell = (failure?: Error) => {
      this.#failure ??= failure;
      this.#news.resolve();
      this.#news = Promise.withResolvers();
    };
    thread.on('message', (written: number | Error) => {
      if (written instanceof Error) return tell(written);
      this.#waiting -= written;
      tell();
    });
    thread.on('error', tell);
    thread.on('exit', () => {
      if (this.#waiting === 0) return;
      tell(new Error('The thread that writes the site’s files has ended before they were written.'));
    });
    return thread;
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (this.#failure === undefined && !isSo()) await this.#news.promise;
    if (this.#failure) throw this.#failure;
  }
}

/** @param folders those that are there for certain; gets the file's */
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
