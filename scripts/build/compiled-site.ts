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
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Press from '#src/press/entry.ts';
import { CACHE_FOLDER } from './cache-folder.ts';
import { filesBelow } from '../shared/files-below.ts';
import { processMark } from '../shared/is-running.ts';
import { sourceKey } from './source-key.ts';

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

/**
 * The site compiled from the sources as they are now: from the cache where every file of it is as it was written, else
 * compiled anew in a process of its own.
 * @param isClean compile anew in any case
 * @throws Error where the sources do not compile; the log has said why
 */
export async function compiledSite(isClean: boolean): Promise<CompiledSite> {
  const folder = join(FOLDER, sourceKey('site'));
  const files = (isClean ? undefined : wholeFiles(folder)) ?? (await compile(folder));
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
    templates: hash('sha256', JSON.stringify(press)).slice(0, 32),
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

async function compile(folder: string): Promise<Record<string, string>> {
  const work = join(FOLDER, `.compiling-${processMark()}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    await run(fileURLToPath(new URL('compile-site.ts', import.meta.url)), work);
    for (const name of readdirSync(work).filter((entry) => !['press', 'shell'].includes(entry)))
      rmSync(join(work, name), { recursive: true });
    const files = Object.fromEntries(
      filesBelow(work).map((path) => [path, hash('sha256', readFileSync(join(work, path)))]),
    );
    writeFileSync(join(work, LIST), JSON.stringify(files));
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
    return files;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(script: string, folder: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
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
