import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { worldAsEnvironment, type BuildWorld } from './settings.ts';

/** An index being made beside the pages. */
export interface Indexing {
  /** How many stories the index holds. Rejects where it could not be made. */
  finished: Promise<number>;
  stop: () => void;
}

/** Starts making the search index in a process of its own, so that both of a machine's cores are used. */
export function startSearchIndex(world: BuildWorld, folder: string): Indexing {
  const child = spawn(process.execPath, [fileURLToPath(new URL('search-index.ts', import.meta.url)), folder], {
    env: { ...process.env, ...worldAsEnvironment(world) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const finished = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const count = Number(output.trim());
      if (code === 0 && Number.isInteger(count)) resolve(count);
      else reject(new Error(`The search index could not be made (exit code ${code ?? 'none'}).`));
    });
  });
  // Awaited after the pages: until then a failure must not end the process as unhandled.
  finished.catch(() => undefined);
  return { finished, stop: () => child.kill() };
}
