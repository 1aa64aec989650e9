import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Collection } from '#src/schemas/collections.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import type { ContentRecord, FileReading } from './content-record.ts';
import { readCollection } from './read-collection.ts';
import { readContentFile } from './read-content-file.ts';

/**
 * An Astro loader over the newsroom's own reader. It differs from Astro's `glob()` where that costs or hurts a newsroom:
 * bodies stay on disk (with them, the store of 20,000 stories has 48 MB and every build rewrites it), all bad files
 * are told at once in an editor's words, and a collection whose last file is deleted becomes empty.
 * @param contentRoot absolute path of the content root
 */
export function newsroomLoader(contentRoot: string, collection: Collection): Loader {
  return {
    name: 'newsroom-loader',
    async load(context) {
      context.store.clear();
      for (const reading of readCollection(contentRoot, collection)) await keep(context, contentRoot, reading);
      watch(context, contentRoot, collection);
    },
  };
}

/** What the store holds of one file; the collection's schema is built to match ({@link file://../content.config.ts}). */
async function keep(context: LoaderContext, contentRoot: string, reading: FileReading): Promise<void> {
  for (const problem of reading.problems)
    context.logger[problem.severity === 'error' ? 'error' : 'warn'](formatProblem(problem));
  const { record, raw } = reading;
  if (!record || !raw) return;
  const filePath = relative(fileURLToPath(context.config.root), join(contentRoot, record.file));
  const data = await context.parseData({ id: record.id, data: storedData(record, raw), filePath });
  context.store.set({ id: record.id, data, filePath });
}

function storedData(record: ContentRecord, raw: Record<string, unknown>): Record<string, unknown> {
  const { locale, stem, file, digest, bodyDigest, bodyPictures } = record;
  return locale ? { frontMatter: raw, locale, stem, file, digest, bodyDigest, bodyPictures } : raw;
}

/** In the live preview, a saved file replaces its entry and a deleted one removes it. */
function watch(context: LoaderContext, contentRoot: string, collection: Collection): void {
  if (!context.watcher) return;
  const folder = join(contentRoot, collection);
  // Pictures lie beside the stories: their coming and going is not an entry's.
  const nameOf = (path: string) =>
    path.startsWith(folder + sep) && /\.(?:md|yaml)$/.test(path)
      ? relative(folder, path).split(sep).join('/')
      : undefined;
  const reload = async (path: string) => {
    const name = nameOf(path);
    if (!name) return;
    try {
      await keep(context, contentRoot, readContentFile(contentRoot, collection, name));
    } catch (error) {
      // An editor's program may write a file and take it away again at once; the preview lives on.
      context.logger.error(`${collection}/${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  context.watcher.add(folder);
  context.watcher.on('add', (path) => void reload(path));
  context.watcher.on('change', (path) => void reload(path));
  context.watcher.on('unlink', (path) => {
    const name = nameOf(path);
    if (name) context.store.delete(name.replace(/\.\w+$/, ''));
  });
}
