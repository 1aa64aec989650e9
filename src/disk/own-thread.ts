import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** What a thread of ours is started with. */
interface Started {
  thread: string;
  input: unknown;
}

/**
 * Starts a thread that runs a module of ours once more.
 * @param module its `import.meta.url`
 * @param thread a name that no other thread has
 * @param input what {@link threadInput} gives it there: anything that can be copied to another thread
 */
export function startThread(module: string, thread: string, input: unknown): Worker {
  return new Worker(new URL(module), { workerData: { thread, input } satisfies Started });
}

/**
 * What the thread that runs this was started with; undefined on the main thread, and on a thread that was started for another
 * module and has only imported this one.
 * @param thread the name it was started with, which decides the type of the input
 */
export function threadInput<Input>(thread: string): Input | undefined {
  return !isMainThread && isStarted(workerData) && workerData.thread === thread
    ? (workerData.input as Input)
    : undefined;
}

function isStarted(data: unknown): data is Started {
  return typeof data === 'object' && data !== null && 'thread' in data && 'input' in data;
}
