import { parentPort, type Worker } from 'node:worker_threads';
import { startThread, threadInput } from '#src/disk/own-thread.ts';
import { packBytes, unpackBytes, type PackedBytes } from '#src/disk/packed-bytes.ts';
import { makeEditions } from '#src/newsroom/edition.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import type { BuildContext } from '../build-context.ts';
import type * as Renderer from './renderer.ts';

const THREAD = 'page renderer';

/** What the thread renders from: all of it can be copied to another thread. */
interface ThreadInput {
  /** The compiled renderer's module. */
  rendererUrl: string;
  newsroom: Newsroom;
  context: BuildContext;
}

/** Some pages of a group, by their files. */
interface RenderRequest {
  group: string;
  files: readonly string[];
}

/** The pages of a request, in its order; or why one could not be rendered. */
type RenderAnswer = PackedBytes | Error;

/**
 * A second thread that renders pages, from a copy of the newsroom: of an archive that is rendered as a whole, it takes
 * about half. It answers requests in their order.
 */
export class RenderThread {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<readonly Uint8Array[]>[] = [];
  #failure: Error | undefined;

  constructor(rendererUrl: string, newsroom: Newsroom, context: BuildContext) {
    this.#worker = startThread(import.meta.url, THREAD, { rendererUrl, newsroom, context } satisfies ThreadInput);
    this.#worker.on('message', (answer: RenderAnswer) => {
      const request = this.#waiting.shift();
      if (answer instanceof Error) request?.reject(answer);
      else request?.resolve(unpackBytes(answer));
    });
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () =>
      this.#fail(new Error('The thread that renders pages ended before they were rendered.')),
    );
  }

  /**
   * Renders some pages of a group.
   * @returns their bytes, in the same order
   * @throws Error if one cannot be rendered, as `renderPage` does
   */
  render(group: string, files: readonly string[]): Promise<readonly Uint8Array[]> {
    const request = Promise.withResolvers<readonly Uint8Array[]>();
    if (this.#failure) request.reject(this.#failure);
    else {
      this.#waiting.push(request);
      this.#worker.postMessage({ group, files } satisfies RenderRequest);
    }
    return request.promise;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

const own = threadInput<ThreadInput>(THREAD);
if (own) await answerRequests(own);

async function answerRequests({ rendererUrl, newsroom, context }: ThreadInput): Promise<void> {
  const { now, site } = context;
  const { pageGroups, renderPage } = (await import(rendererUrl)) as typeof Renderer;
  const groups = new Map(
    (await pageGroups({ editions: makeEditions(newsroom, site, now), now }, context)).map((group) => [
      group.name,
      group,
    ]),
  );
  const render = async ({ group, files }: RenderRequest) => {
    const pages = new Map(
      groups
        .get(group)
        ?.pages()
        .map((page) => [page.file, page]),
    );
    const rendered: Uint8Array[] = [];
    for (const file of files) {
      const page = pages.get(file);
      if (!page) throw new Error(`${file} is missing in the second thread’s list of pages`);
      rendered.push(await renderPage(page));
    }
    return packBytes(rendered);
  };
  let last = Promise.resolve();
  parentPort?.on('message', (request: RenderRequest) => {
    last = last.then(async () => {
      try {
        const rendered = await render(request);
        parentPort?.postMessage(rendered satisfies RenderAnswer, [rendered.bytes.buffer]);
      } catch (error) {
        parentPort?.postMessage((error instanceof Error ? error : new Error(String(error))) satisfies RenderAnswer);
      }
    });
  });
}
