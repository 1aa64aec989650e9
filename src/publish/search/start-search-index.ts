import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { contextAsEnvironment, type BuildContext } from '../build-context.ts';
import { requestedIndexes, type IndexRequest, type MadeIndex } from './index-request.ts';

/** What the indexing process answers: the indexes, or what has changed since the request (`articles/en/2026/reef.md was …`). */
export type IndexAnswer = readonly MadeIndex[] | { refusal: string };

/** An index being made beside the pages. */
export interface Indexing {
  /** Resolves when what makes the index has its request, whatever becomes of it. */
  requested: Promise<void>;
  /** Rejects if an index could not be made. */
  finished: Promise<readonly MadeIndex[]>;
  stop: () => void;
}

/** A newsroom of so many files at the most is indexed in this process: to start another takes longer. */
export const FEW_FILES = 500;

/**
 * Starts making the search index; of a large newsroom in a process of its own, so that both of a machine's cores are used.
 * @param folder gets a folder for each edition; they must not exist yet
 * @param request may follow later: the process gets ready meanwhile
 * @param files how many files, or articles, the newsroom has
 */
export function startSearchIndex(
  context: BuildContext,
  folder: string,
  request: IndexRequest | Promise<IndexRequest>,
  files: number,
): Indexing {
  const indexing = (files > FEW_FILES ? indexInProcess : indexHere)(context, folder, Promise.resolve(request));
  // Awaited after the pages: until then a failure must not end the process as unhandled.
  indexing.finished.catch(() => undefined);
  return indexing;
}

function indexHere(context: BuildContext, folder: string, request: Promise<IndexRequest>): Indexing {
  const finished = request.then(async (given) => {
    const { makeSearchIndex } = await import('./make-search-index.ts');
    return makeSearchIndex(requestedIndexes(given, context.cacheFolder), folder, context);
  });
  return { requested: Promise.resolve(), finished, stop: () => undefined };
}

function indexInProcess(context: BuildContext, folder: string, request: Promise<IndexRequest>): Indexing {
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
    request.then(
      (given) => child.stdin.end(`${JSON.stringify(requestedIndexes(given, context.cacheFolder))}\n`),
      () => child.kill(),
    );
  });
  const answered = async (): Promise<readonly MadeIndex[]> => {
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    if (code !== 0) throw new Error(`The search index could not be made (exit code ${code ?? 'none'}).`);
    const answer = JSON.parse(output) as IndexAnswer;
    if ('refusal' in answer) throw new Error(answer.refusal);
    return answer;
  };
  return { requested, finished: answered(), stop: () => child.kill() };
}
