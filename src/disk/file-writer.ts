import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, type Worker } from 'node:worker_threads';
import { startThread, threadInput } from './own-thread.ts';
import { packBytes, unpackBytes, type PackedBytes } from './packed-bytes.ts';

/** So many files are written by this thread, before another is started: an edit makes no more. */
const FEW = 100;

/** Bytes sent in one message, since each message costs both threads some time. */
const BATCH = 1_000_000;

/** Bytes waiting to be written before {@link FileWriter.room} waits. */
const MOST_WAITING = 15 * BATCH;

const THREAD = 'file writer';

interface Batch extends PackedBytes {
  paths: readonly string[];
}

/** What was written of it. */
interface Written {
  files: number;
  bytes: number;
}

/**
 * Writes new files with their folders in another thread: creating a file and its folder can take as long as rendering the
 * page. Everything is written when {@link finished} has resolved.
 */
export class FileWriter {
  readonly #folders = new Set<string>();
  #direct = 0;
  #batch: [path: string, bytes: Uint8Array][] = [];
  #batchBytes = 0;
  /** Files and bytes sent and not yet written. */
  #waiting = { files: 0, bytes: 0 };
  #thread: Worker | undefined;
  #failure: Error | undefined;
  /** Resolved whenever files were written, or could not be. */
  #progress = Promise.withResolvers<void>();

  /**
   * @param path of a file that does not exist yet
   * @param bytes must not be changed afterwards: they may wait for others
   * @throws Error of the file system, here or in a later call
   */
  write(path: string, bytes: Uint8Array): void {
    if (this.#direct < FEW) {
      this.#direct += 1;
      writeInFolder(path, bytes, this.#folders);
      return;
    }
    this.#batch.push([path, bytes]);
    this.#batchBytes += bytes.byteLength;
    if (this.#batchBytes >= BATCH) this.#send();
  }

  /** Resolves when there is room for more. @throws Error if an earlier file could not be written */
  async room(): Promise<void> {
    await this.#until(() => this.#waiting.bytes <= MOST_WAITING);
  }

  /** Resolves when everything is written. @throws Error if a file could not be written */
  async finished(): Promise<void> {
    this.#send();
    await this.#until(() => this.#waiting.files === 0);
    await this.stop();
  }

  /** Ends the thread, though files may be left to write. */
  async stop(): Promise<void> {
    await this.#thread?.terminate();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    this.#thread ??= this.#start();
    const packed = packBytes(this.#batch.map(([, bytes]) => bytes));
    const batch: Batch = { ...packed, paths: this.#batch.map(([path]) => path) };
    this.#thread.postMessage(batch, [packed.bytes.buffer]);
    this.#waiting.files += this.#batch.length;
    this.#waiting.bytes += this.#batchBytes;
    this.#batch = [];
    this.#batchBytes = 0;
  }

  #start(): Worker {
    const thread = startThread(import.meta.url, THREAD, true);
    const report = (failure?: Error) => {
      this.#failure ??= failure;
      this.#progress.resolve();
      this.#progress = Promise.withResolvers();
    };
    thread.on('message', (written: Written | Error) => {
      if (written instanceof Error) return report(written);
      this.#waiting.files -= written.files;
      this.#waiting.bytes -= written.bytes;
      report();
    });
    thread.on('error', report);
    thread.on('exit', () => {
      if (this.#waiting.files === 0) return;
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

if (threadInput<true>(THREAD)) {
  const folders = new Set<string>();
  parentPort?.on('message', (batch: Batch) => {
    try {
      const pieces = unpackBytes(batch);
      batch.paths.forEach((path, at) => writeInFolder(path, pieces[at] ?? new Uint8Array(), folders));
      parentPort?.postMessage({ files: batch.paths.length, bytes: batch.bytes.byteLength } satisfies Written);
    } catch (error) {
      parentPort?.postMessage(error);
    }
  });
}
