import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedFolder, listFiles, type CachedFolder } from '#src/disk/folder-cache.ts';
import { packagesKey, sourceKey } from '#src/keys/source-key.ts';
import { runModule } from './run-module.ts';

/** The site's templates as Astro compiled them. */
export interface CompiledSite {
  /** Changes with anything that a page is made with: templates, styles, code, packages. */
  templates: string;
  /** What readers get as it is: the files of `public/`, styles, scripts, fonts; by path in the site. */
  staticAssets: ReadonlyMap<string, { source: string; digest: string }>;
  /** The module that renders pages. */
  rendererUrl: string;
}

/** Compiled sites cached: the current one, and those of a few branches that someone switches between. */
const MOST = 4;

/** What `compile-site.ts` writes. */
export const RENDERER = 'renderer';
export const ASSETS = 'assets';
/** The folder it was compiled to, and the digest of its templates there. */
const ORIGIN = 'origin.json';

interface Origin {
  project: string;
  templates: string;
}

/** The site being compiled, beside what else there is to do. */
export interface Compiling {
  /** Rejects if the sources do not compile; the log has said why. */
  finished: Promise<CompiledSite>;
  stop: () => void;
}

/**
 * The site compiled from the sources as they are now: from the cache, if every file of it has its checksum, or by a process
 * of its own.
 * @param cacheFolder inside the project, since the program imports packages by name
 */
export function startCompiling(cacheFolder: string): Compiling {
  const aborting = new AbortController();
  const finished = cachedFolder({
    cache: join(cacheFolder, 'compiled'),
    key: sourceKey('site'),
    most: MOST,
    make: async (work) => {
      const failure = 'The site’s templates could not be compiled: see the error above. Nothing was built.';
      await runModule(new URL('compile-site.ts', import.meta.url), [work], failure, aborting.signal);
      const compiled = [...listFiles(work)].filter(([path]) => path.startsWith(`${RENDERER}/`));
      const templates = hash('sha256', JSON.stringify([packagesKey(), compiled])).slice(0, 32);
      writeFileSync(join(work, ORIGIN), JSON.stringify({ project: process.cwd(), templates } satisfies Origin));
      listFiles(work);
    },
  }).then(compiledSite);
  // Awaited later: until then a failure must not end the process as unhandled.
  finished.catch(() => undefined);
  return { finished, stop: () => aborting.abort() };
}

function compiledSite({ path: folder, files }: CachedFolder): CompiledSite {
  const paths = [...files.keys()];
  const entry = paths.find((path) => path.startsWith(`${RENDERER}/prerender-entry.`));
  if (!entry) throw new Error(`${folder} holds no compiled renderer; delete it and build again`);
  const templates = relocated(folder, paths);
  return {
    templates,
    staticAssets: new Map(
      [...files].flatMap(([path, digest]) =>
        path.startsWith(`${ASSETS}/`)
          ? [[path.slice(ASSETS.length + 1), { source: join(folder, path), digest }] as const]
          : [],
      ),
    ),
    rendererUrl: pathToFileURL(join(folder, entry)).href,
  };
}

/**
 * Astro writes the project's path into the program. In a cache that was restored in another folder, it is replaced.
 * @returns the digest of the templates, wherever they were compiled
 */
function relocated(folder: string, paths: readonly string[]): string {
  const { project, templates } = JSON.parse(readFileSync(join(folder, ORIGIN), 'utf8')) as Origin;
  if (project === process.cwd()) return templates;
  for (const path of paths.filter((name) => name.endsWith('.mjs'))) {
    const file = join(folder, path);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll(project, () => process.cwd()),
    );
  }
  writeFileSync(join(folder, ORIGIN), JSON.stringify({ project: process.cwd(), templates } satisfies Origin));
  listFiles(folder);
  return templates;
}
