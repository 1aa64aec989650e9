import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlannedPart } from './plan-search-index.ts';
import { worldAsEnvironment, type BuildWorld } from '../build-context.ts';

export type KnownParts = Readonly<Record<string, string>>;

/** What of the index is made. */
export interface IndexOrder {
  plan: readonly PlannedPart[];
  /** Parts that need not be made again, by path (`en/recent`), with the keys under which they were made. */
  known?: KnownParts;
  /** Files of the newsroom that are left out for their mistakes. */
  rejected?: readonly string[];
}

/** What the indexer's process is told. */
export interface IndexerOrder {
  parts: readonly OrderedPart[];
  rejected: readonly string[];
}

/** What the indexer's process is told of a part. */
export interface OrderedPart {
  path: string;
  key: string;
  version: string;
  stories: number;
  /** Absent where the part is known. */
  files?: readonly string[];
}

/** What it answers for each. */
export interface IndexedPart {
  path: string;
  key: string;
  /** Of a part that was made, as Pagefind counts them. */
  stories: number;
  /** The files it was made of now, by name, with the SHA-256 of each; absent: it is the one that was known. */
  made?: Readonly<Record<string, string>>;
}

/** What it answers where it cannot: the newsroom is not what the order was made for. */
export interface Refusal {
  /** What has changed: `articles/en/2026/reef.md was changed …`. */
  refusal: string;
}

/** An index being made beside the pages. */
export interface Indexing {
  /** Resolves when the process has its order, whatever becomes of it: until then it waits for us to have a moment. */
  ordered: Promise<void>;
  /** All parts of the index. Rejects where one could not be made. */
  finished: Promise<readonly IndexedPart[]>;
  stop: () => void;
}

/**
 * Starts making the search index in a process of its own, so that both of a machine's cores are used. It reads of the
 * newsroom only what it is to index.
 * @param folder gets a folder for each edition, and in it one for each part that is made; they must not stand there yet
 * @param order may follow later: the process gets ready meanwhile
 */
export function startSearchIndex(world: BuildWorld, folder: string, order: IndexOrder | Promise<IndexOrder>): Indexing {
  const script = fileURLToPath(new URL('index-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], {
    env: { ...process.env, ...worldAsEnvironment(world) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // Where the other process has ended, its exit code tells more.
  child.stdin.on('error', () => undefined);
  const ordered = new Promise<void>((resolve) => {
    child.stdin.once('close', resolve);
    // Where there is nothing to order, the build has failed, and this with it.
    Promise.resolve(order).then(
      (given) => child.stdin.end(`${JSON.stringify(indexerOrder(given))}\n`),
      () => child.kill(),
    );
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const finished = new Promise<readonly IndexedPart[]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const answer = code === 0 ? (JSON.parse(output) as readonly IndexedPart[] | Refusal) : undefined;
      if (answer && 'refusal' in answer) reject(new Error(answer.refusal));
      else if (answer) resolve(answer);
      else reject(new Error(`The search index could not be made (exit code ${code ?? 'none'}).`));
    });
  });
  // Awaited after the pages: until then a failure must not end the process as unhandled.
  finished.catch(() => undefined);
  return { ordered, finished, stop: () => child.kill() };
}

function indexerOrder({ plan, known = {}, rejected = [] }: IndexOrder): IndexerOrder {
  const parts = plan.map(({ path, key, version, files }) => ({
    path,
    key,
    version,
    stories: files.length,
    ...(known[path] !== key && { files }),
  }));
  return { parts, rejected };
}
