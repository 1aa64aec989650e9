/** A line to Pagefind's worker, on which questions are asked and answered side by side. */
export interface WorkerLink {
  /**
   * Asks one of the worker's instances. Rejects where the worker cannot be loaded, or says that it failed.
   * @param instance a name of the caller's choice
   * @param method one that Pagefind's worker knows: `init`, `options`, `search`, `getData` …
   */
  ask<Answer>(instance: string, method: string, args: readonly unknown[]): Promise<Answer>;
  /** Ends the worker; what is still asked is never answered. */
  close(): void;
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

/** What the worker sends back (`handleMessage` in Pagefind's worker). */
interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

/** Starts a worker. @param url the script's address */
export function linkToWorker(url: string): WorkerLink {
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
  // The script could not be loaded, or threw where nobody waited for it: no answer can be relied on.
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
