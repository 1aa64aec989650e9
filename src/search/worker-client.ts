/** Sends requests to Pagefind's worker, several at a time. */
export interface WorkerClient {
  /**
   * Calls a method of one of the worker's instances. Rejects if the worker cannot be loaded or reports an error.
   * @param instance any name
   * @param method of Pagefind's worker: `init`, `options`, `search`, `getData` …
   */
  ask<Answer>(instance: string, method: string, args: readonly unknown[]): Promise<Answer>;
  /** Ends the worker; open requests never settle. */
  close(): void;
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

/** A message from the worker (`handleMessage` in Pagefind's worker). */
interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

/** @param url the worker script's address */
export function connectWorker(url: string): WorkerClient {
  const worker = new Worker(url);
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let broken: Error | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.error === undefined) resolve?.(data.result);
    else reject?.(new Error(data.error));
  });
  // The script failed to load or threw outside a request: no answer can be relied on.
  worker.addEventListener('error', ({ message }) => {
    broken = new Error(`The search’s worker ${url} failed: ${message || 'it could not be loaded'}`);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  });
  return {
    ask: <Answer>(instanceId: string, method: string, args: readonly unknown[]) =>
      new Promise<Answer>((resolve, reject) => {
        if (broken) return reject(broken);
        count += 1;
        waiting.set(count, { resolve: (answer) => resolve(answer as Answer), reject });
        worker.postMessage({ id: count, instanceId, method, args });
      }),
    close: () => worker.terminate(),
  };
}
