import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlannedPart } from './plan-search-index.ts';
import { contextAsEnvironment, type BuildContext } from '../build-context.ts';

/** What of the index is to be made. */
export interface IndexRequest {
  plan: readonly PlannedPart[];
  /** Parts that can be reused, by path (`en/recent`), with the keys under which they were made. */
  reusable?: Readonly<Record<string, string>>;
  /** Files of the newsroom that are left out for their mistakes. */
  rejected?: readonly string[];
}

/** What the indexing process receives. */
export interface IndexerRequest {
  parts: readonly RequestedPart[];
  rejected: readonly string[];
}

/** What the indexing process receives of a part. */
export interface RequestedPart {
  path: string;
  key: string;
  version: string;
  articles: number;
  /** Absent if the part is reused. */
  files?: readonly string[];
}

/** What it answers for each. */
export interface IndexedPart {
  path: string;
  key: string;
  /** Of a part that was made: as Pagefind counts them. */
  articles: number;
  /** The files that were made, by name, with the SHA-256 of each; absent if the part is reused. */
  made?: Readonly<Record<string, string>>;
}

/** What it answers if the newsroom has changed since the request was made. */
export interface Refusal {
  /** What has changed: `articles/en/2026/reef.md was changed …`. */
  refusal: string;
}

/** An index being made beside the pages. */
export interface Indexing {
  /** Resolves when the process has its request, whatever becomes of it. */
  requested: Promise<void>;
  /** All parts of the index. Rejects if one could not be made. */
  finished: Promise<readonly IndexedPart[]>;
  stop: () => void;
}

/**
 * Starts making the search index in a process of its own, so that both of a machine's cores are used. It reads of the
 * newsroom only what it is to index.
 * @param folder gets a folder for each edition, and in it one for each part that is made; they must not exist yet
 * @param request may follow later: the process gets ready meanwhile
 */
export function startSearchIndex(
  context: BuildContext,
  folder: string,
  request: IndexRequest | Promise<IndexRequest>,
): Indexing {
  const script = fileURLToPath(new URL('index-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], {
    env: { ...process.env, ...contextAsEnvironment(context) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // If the other process has ended, its exit code says more.
  child.stdin.on('error', () => undefined);
  const requested = new Promise<void>((resolve) => {
    child.stdin.once('close', resolve);
    // If no request comes, the build has failed.
    Promise.resolve(request).then(
      (given) => child.stdin.end(`${JSON.stringify(indexerRequest(given))}\n`),
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
  return { requested, finished, stop: () => child.kill() };
}

function indexerRequest({ plan, reusable = {}, rejected = [] }: IndexRequest): IndexerRequest {
  const parts = plan.map(({ path, key, version, files }) => ({
    path,
    key,
    version,
    articles: files.length,
    ...(reusable[path] !== key && { files }),
  }));
  return { parts, rejected };
}
