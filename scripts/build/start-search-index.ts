import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PART_SIZES, type PartSizes } from '#src/search/parts.ts';
import { worldAsEnvironment, type BuildWorld } from './settings.ts';

/** What of the index is made, where it is not all of it. */
export interface IndexOrder {
  /** The parts to make, as `en/recent`; all unless told otherwise. The list of parts is made anew in any case. */
  parts?: readonly string[];
  /** Stands in the parts' keys for the code that makes them; see `partKey`. */
  version?: string;
  /** Other sizes than readers' indexes have, for trials. */
  sizes?: PartSizes;
}

/** An index being made beside the pages. */
export interface Indexing {
  /** How many stories the parts made hold. Rejects where one could not be made. */
  finished: Promise<number>;
  stop: () => void;
}

/**
 * Starts making the search index in a process of its own, so that both of a machine's cores are used.
 * @param folder gets a folder for each edition, and in it one for each part; parts to be made must not stand there yet
 */
export function startSearchIndex(world: BuildWorld, folder: string, order: IndexOrder = {}): Indexing {
  const { parts = [], version = '', sizes = PART_SIZES } = order;
  const script = fileURLToPath(new URL('search-index.ts', import.meta.url));
  const options = [`--version=${version}`, `--chunk=${sizes.chunk}`, `--volume=${sizes.volume}`];
  const child = spawn(process.execPath, [script, ...options, folder, ...parts], {
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
