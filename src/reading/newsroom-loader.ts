import { channel } from 'node:diagnostics_channel';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { buildSettings } from '#src/build-settings.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { fileOf, type Newsroom } from '#src/newsroom/newsroom.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { parseSite } from '#src/site.ts';
import { describeFaulty } from './describe-faulty.ts';
import { homeOf } from './home-of.ts';
import { LOADED_CHANNEL, loadNewsroom, type LoadedNewsroom } from './load-newsroom.ts';
import { ReadingCache } from './reading-cache.ts';

/**
 * An Astro loader over {@link loadNewsroom}. It differs from Astro's `glob()` in what costs or hurts a newsroom: bodies stay
 * on disk (with them, the store of 20,000 articles has 48 MB, and every build rewrites it), all mistakes are reported at
 * once in an editor's words, and a collection whose last file is deleted becomes empty.
 *
 * A build ends at a mistake. The live preview reports it and leaves out the file, and what needs it, until it is fixed.
 */
export function newsroomLoader(collection: Collection): Loader {
  return {
    name: 'newsroom-loader',
    load: (context) => contentStores.load(collection, context),
  };
}

/** The stores of all collections, which are filled from one reading. */
class ContentStores {
  readonly #contexts = new Map<Collection, LoaderContext>();
  readonly #filled = new Set<Collection>();
  #loading: Promise<LoadedNewsroom> | undefined;
  #isReloading = false;
  #lastReload = Promise.resolve();

  async load(collection: Collection, context: LoaderContext): Promise<void> {
    // A collection that is loaded a second time begins a new reading for all.
    if (!this.#loading || this.#filled.has(collection)) {
      this.#loading = load(context);
      this.#filled.clear();
    }
    this.#filled.add(collection);
    this.#contexts.set(collection, context);
    fill(context, collection, (await this.#loading).newsroom);
    if (context.watcher) this.#watch(context.watcher);
  }

  /** In the live preview, a saved or deleted file changes what is shown. */
  #watch(watcher: NonNullable<LoaderContext['watcher']>): void {
    watcher.add(buildSettings(process.env).contentRoot);
    for (const event of ['add', 'change', 'unlink'] as const) {
      // Astro takes all listeners off when it loads the collections again.
      watcher.off(event, this.#reload);
      watcher.on(event, this.#reload);
    }
  }

  readonly #reload = (path: string): void => {
    const { contentRoot } = buildSettings(process.env);
    if (!path.startsWith(contentRoot + sep) || this.#isReloading) return;
    this.#isReloading = true;
    // One reading at a time; what is saved meanwhile is seen by the next.
    this.#lastReload = this.#lastReload.then(async () => {
      this.#isReloading = false;
      const [context] = this.#contexts.values();
      if (!context) return;
      try {
        this.#loading = load(context);
        const { newsroom } = await this.#loading;
        for (const [collection, stores] of this.#contexts) fill(stores, collection, newsroom);
        // Pages are loaded anew after every save, even one that changes nothing: what was rendered while the stores changed
        // may show what they held before.
        context.meta.set(READINGS, String(Number(context.meta.get(READINGS) ?? 0) + 1));
      } catch (error) {
        // An editor's program may write a file and remove it at once.
        context.logger.error(error instanceof Error ? error.message : String(error));
      }
    });
  };
}

/** The key of a store's note of how often the newsroom was read. */
const READINGS = 'readings';

const contentStores = new ContentStores();

/** Whether the last reading of the live preview found errors. */
let hadErrors = false;

async function load({ logger, watcher }: LoaderContext): Promise<LoadedNewsroom> {
  const { contentRoot, cacheFolder, now = new Date(), origin, drafts } = buildSettings(process.env);
  const isPreview = watcher !== undefined;
  const memory = new ReadingCache({ cacheFolder, contentRoot });
  const loaded = await loadNewsroom(contentRoot, {
    memory,
    now,
    home: homeOf(parseSite(origin)),
    leaveOut: isPreview ? {} : undefined,
  });
  memory.save();
  const errors = loaded.problems.filter(({ severity }) => severity === 'error').length;
  for (const problem of loaded.problems)
    logger[problem.severity === 'error' ? 'error' : 'warn'](formatProblem(problem));
  const mistakes = errors === 1 ? '1 mistake' : `${errors} mistakes`;
  if (!loaded.isPublishable) throw new Error(`${mistakes} to fix; nothing was built`);
  if (errors > 0) logger.error([`${mistakes}. Shown here:`, ...describeFaulty('en', loaded.faulty)].join('\n  '));
  else if (hadErrors) logger.info('no mistakes any more');
  hadErrors = errors > 0;
  const shown = isPreview && drafts ? withDrafts(loaded) : loaded;
  channel(LOADED_CHANNEL).publish(shown);
  return shown;
}

/** Shows drafts as they will be once they are none. */
function withDrafts(loaded: LoadedNewsroom): LoadedNewsroom {
  const shown = <Text extends { draft: boolean }>(text: Text) => (text.draft ? { ...text, draft: false } : text);
  const { articles, events, newsletters } = loaded.newsroom;
  const newsroom = {
    ...loaded.newsroom,
    articles: articles.map(shown),
    events: events.map(shown),
    newsletters: newsletters.map(shown),
  };
  return { ...loaded, newsroom };
}

/** Makes a collection's store hold its entries and no others. */
function fill({ store, config }: Pick<LoaderContext, 'store' | 'config'>, collection: Collection, newsroom: Newsroom) {
  const { contentRoot } = buildSettings(process.env);
  const before = new Set(store.keys());
  for (const entry of newsroom[collection]) {
    const data: Record<string, unknown> = { ...entry };
    const filePath = relative(fileURLToPath(config.root), `${contentRoot}/${fileOf(collection, entry)}`);
    // Of all that the entry holds: what a page shows of an unchanged file changes with others, such as a link as its words.
    store.set({ id: entry.id, data, filePath, digest: shortDigest(JSON.stringify(entry)) });
    before.delete(entry.id);
  }
  for (const id of before) store.delete(id);
}
