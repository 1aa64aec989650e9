import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PART_SIZES, type PartSizes } from '#src/search/parts.ts';
import { worldAsEnvironment, type BuildWorld } from './settings.ts';

export type KnownParts = Readonly<Record<string, string>>;

/** What of the index is made, where it is not all of it. */
export interface IndexOrder {
  /**
   * Parts that need not be made again, by path (`en/recent`), with the keys under which they were made. The newsroom is
   * read before they are asked for.
   */
  known?: KnownParts | Promise<KnownParts>;
  /** Stands in the parts' keys for the code that makes them; see `partKey`. */
  version?: string;
  /** Other sizes than readers' indexes have, for trials. */
  sizes?: PartSizes;
}

/** A part of the search index. */
export interface IndexedPart {
  /** Where it stands in the index: `en/recent`. */
  path: string;
  key: string;
  /** The files it was made of now, by name, with the SHA-256 of each; absent: it is the one that was known. */
  made?: Readonly<Record<string, string>>;
  stories: number;
}

/** An index being made beside the pages. */
export interface Indexing {
  /** All parts of the index. Rejects where one could not be made. */
  finished: Promise<readonly IndexedPart[]>;
  stop: () => void;
}

/**
 * Starts making the search index in a process of its own, so that both of a machine's cores are used.
 * @param folder gets a folder for each edition, and in it one for each part that is made; they must not stand there yet
 */
export function startSearchIndex(world: BuildWorld, folder: string, order: IndexOrder = {}): Indexing {
  const { known = {}, version = '', sizes = PART_SIZES } = order;
  const script = fileURLToPath(new URL('search-index.ts', import.meta.url));
  const options = [`--version=${version}`];
  const child = spawn(
    process.execPath,
    [script, ...options, `--chunk=${sizes.chunk}`, `--volume=${sizes.volume}`, folder],
    {
      env: { ...process.env, ...worldAsEnvironment(world) },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  // Where the other process has ended, its exit code tells more.
  child.stdin.on('error', () => undefined);
  // Where nobody can say what is known, the build has failed, and this with it.
  void Promise.resolve(known).then(
    (parts) => child.stdin.end(`${JSON.stringify(parts)}\n`),
    () => child.kill(),
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const finished = new Promise<readonly IndexedPart[]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as readonly IndexedPart[]);
      else reject(new Error(`The search index could not be made (exit code ${code ?? 'none'}).`));
    });
  });
  // Awaited after the pages: until then a failure must not end the process as unhandled.
  finished.catch(() => undefined);
  return { finished, stop: () => child.kill() };
}
