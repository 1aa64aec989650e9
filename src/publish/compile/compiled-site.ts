import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Press from '../render/renderer.ts';
import { CACHE_FOLDER } from '#src/disk/cache-folder.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { packagesKey, sourceKey } from '#src/keys/source-key.ts';

/** The site as Astro compiled it. */
export interface CompiledSite {
  /** Changes when anything does that a page is made with: templates, styles, code, packages. */
  templates: string;
  /** What goes to readers as it is: the files of `public/`, styles, scripts, fonts; by path in the site. */
  shell: ReadonlyMap<string, { source: string; digest: string }>;
  /** Loads the program that prints pages. */
  loadPress: () => Promise<typeof Press>;
}

/** Compiled sites kept: today's, and those of a few branches that an editor switches between. */
const KEPT = 4;

const FOLDER = join(CACHE_FOLDER, 'compiled');
/** The list of all files of a compiled site with their digests: written last, so that what has one is whole. */
const LIST = 'files.json';
/** Always the same, since Astro writes it into the program; there is one build at a time in a checkout. */
const WORK = join(FOLDER, '.compiling');

/** The site being compiled, beside what else there is to do. */
export interface Compiling {
  /** Rejects where the sources do not compile; the log has said why. */
  finished: Promise<CompiledSite>;
  stop: () => void;
}

/**
 * The site compiled from the sources as they are now: from the cache where every file of it is as it was written, else
 * compiled anew in a process of its own.
 * @param isClean compile anew in any case
 */
export function startCompiling(isClean: boolean): Compiling {
  // Astro writes the checkout's path into the program: in a cache from elsewhere, another path is another program.
  const folder = join(FOLDER, hash('sha256', `${sourceKey('site')} ${resolve('.')}`).slice(0, 16));
  const known = isClean ? undefined : wholeFiles(folder);
  if (known) return { finished: Promise.resolve(siteIn(folder, known)), stop: () => undefined };
  const aborting = new AbortController();
  const finished = compile(folder, aborting.signal).then((files) => siteIn(folder, files));
  // Awaited later: until then a failure must not end the process as unhandled.
  finished.catch(() => undefined);
  return { finished, stop: () => aborting.abort() };
}

function siteIn(folder: string, files: Readonly<Record<string, string>>): CompiledSite {
  // The oldest by this time are removed first.
  utimesSync(folder, new Date(), new Date());
  removeOld(folder);

  const digestsOf = (part: string) =>
    Object.entries(files).flatMap(([path, digest]) =>
      path.startsWith(`${part}/`) ? [{ path: path.slice(part.length + 1), digest }] : [],
    );
  const press = digestsOf('press');
  const entry = press.find(({ path }) => path.startsWith('prerender-entry.'));
  if (!entry) throw new Error(`${folder} holds no compiled press; build again with --clean`);
  return {
    // The packages that the program imports by name are no part of it.
    templates: hash('sha256', JSON.stringify([packagesKey(), press])).slice(0, 32),
    shell: new Map(
      digestsOf('shell').map(({ path, digest }) => [path, { source: join(folder, 'shell', path), digest }]),
    ),
    loadPress: () => import(pathToFileURL(join(folder, 'press', entry.path)).href) as Promise<typeof Press>,
  };
}

/** The files of a compiled site with their digests; undefined where any of them is not as it was written. */
function wholeFiles(folder: string): Record<string, string> | undefined {
  try {
    const files = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Record<string, string>;
    const isWhole = Object.entries(files).every(
      ([path, digest]) => hash('sha256', readFileSync(join(folder, path))) === digest,
    );
    return isWhole ? files : undefined;
  } catch {
    return undefined;
  }
}

async function compile(folder: string, signal: AbortSignal): Promise<Record<string, string>> {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  try {
    await run(fileURLToPath(new URL('compile-site.ts', import.meta.url)), WORK, signal);
    for (const name of readdirSync(WORK).filter((entry) => !['press', 'shell'].includes(entry)))
      rmSync(join(WORK, name), { recursive: true });
    const files = Object.fromEntries(
      filesBelow(WORK).map((path) => [path, hash('sha256', readFileSync(join(WORK, path)))]),
    );
    writeFileSync(join(WORK, LIST), JSON.stringify(files));
    rmSync(folder, { recursive: true, force: true });
    renameSync(WORK, folder);
    return files;
  } finally {
    rmSync(WORK, { recursive: true, force: true });
  }
}

function run(script: string, folder: string, signal: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'inherit', 'inherit'], signal });
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done();
      else failed(new Error('The site’s templates could not be compiled: see the error above. Nothing was built.'));
    });
  });
}

function removeOld(current: string): void {
  const others = readdirSync(FOLDER)
    .map((name) => join(FOLDER, name))
    .filter((path) => path !== current && existsSync(join(path, LIST)))
    .map((path) => ({ path, usedAt: statSync(path).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
