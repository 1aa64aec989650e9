import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../shared/command-line.ts';
import { isRunning, processMark } from './is-running.ts';

/** Where a build works before its site takes the place of the last one. */
export interface OutputFolder {
  /** Where the site is in the end, after all links. */
  out: string;
  /** The site in the making. */
  site: string;
  /** Beside it, for parts that are moved in when they are ready. */
  part: (name: string) => string;
  /** Puts the new site in the last one's place, whole. */
  publish: () => void;
  /** Puts single files of the new site into the last one, then takes away those that are not in it. */
  apply: (written: Iterable<string>, removed: readonly string[]) => void;
  /** Removes what is left of the work; the last site is untouched unless `publish` was called. */
  discard: () => void;
}

/** What every built site has at its top: a folder that lacks any of them was not made by us and is not replaced. */
const SITE_MARKS = ['sitemap-index.xml', 'robots.txt', 'pagefind', '_astro'];

/** The last site while the new one takes its place. */
const LAST = 'last';

/**
 * Prepares a folder beside `out` to build in. Astro empties the folder it builds into before it knows whether it will
 * succeed; this way the last good site stays whole until the new one is. A site that a killed build left aside is put
 * back first.
 * @param path where the site shall stand; where it is a link, the link stays and what it leads to is replaced
 * @throws UsageError where `path` holds something that is not a built site
 */
export function prepareOutput(path: string): OutputFolder {
  const out = endOfLinks(path);
  const parent = dirname(out);
  const prefix = `.${basename(out)}-building-`;
  mkdirSync(parent, { recursive: true });
  const left = readdirSync(parent).filter((name) => name.startsWith(prefix) && !isRunning(name.slice(prefix.length)));
  for (const name of left) putLastBack(join(parent, name), out);
  refuseOthersWork(out, path);
  for (const name of left) rmSync(join(parent, name), { recursive: true, force: true });

  const work = join(parent, `${prefix}${processMark()}`);
  const site = join(work, 'site');
  mkdirSync(site, { recursive: true });
  return {
    out,
    site,
    part: (name) => join(work, name),
    publish: () => {
      if (existsSync(out)) renameSync(out, join(work, LAST));
      try {
        renameSync(site, out);
      } finally {
        putLastBack(work, out);
      }
    },
    apply: (written, removed) => {
      for (const path of written) {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        renameSync(join(site, path), join(out, path));
      }
      for (const path of removed) {
        rmSync(join(out, path), { force: true });
        removeEmptyFolders(out, dirname(path));
      }
    },
    discard: () => {
      putLastBack(work, out);
      rmSync(work, { recursive: true, force: true });
    },
  };
}

/** Removes a folder of a site and those above it, as far as they are empty. */
function removeEmptyFolders(out: string, folder: string): void {
  for (let at = folder; at !== '.'; at = dirname(at)) {
    if (!existsSync(join(out, at))) continue;
    if (readdirSync(join(out, at)).length > 0) return;
    rmdirSync(join(out, at));
  }
}

/** Puts a site that was moved aside back where no new one came in its place. */
function putLastBack(work: string, out: string): void {
  const last = join(work, LAST);
  if (existsSync(last) && !existsSync(out)) renameSync(last, out);
}

function refuseOthersWork(out: string, path: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new UsageError(`--out ${path}: this is a file; choose a folder`);
  const names = readdirSync(out);
  if (names.length > 0 && !SITE_MARKS.every((mark) => names.includes(mark))) {
    throw new UsageError(`--out ${path}: the folder holds something that is not a built site; choose an empty one`);
  }
}

/** Where a path leads in the end, though nothing may be there yet. */
function endOfLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new UsageError(`--out ${path}: cannot be used (${message}); choose another folder`);
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
    return endOfLinks(resolve(realpathSync(dirname(path)), readlinkSync(path)));
  }
}
