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
import { SEARCH_FOLDER } from '#src/urls.ts';
import { UsageError } from './usage-error.ts';
import { isRunning, processMark } from '#src/disk/is-running.ts';
import { readSiteRecord, sitePlace, type SitePlace } from './reuse/site-record.ts';

/** Where a build works before its site takes the place of the last one. */
export interface OutputFolder {
  /** The site's folder, after all links, and its records. */
  site: SitePlace;
  /** Where to write a file of the new site until it is published; its folder may have to be made. @param path in the site */
  place: (path: string) => string;
  /** A folder for work that is no file of the site yet. */
  part: (name: string) => string;
  /**
   * Moves the files that were written into the site, then removes those that are not in it. A first site is moved as a
   * whole, by one rename.
   */
  publish: (removed: readonly string[]) => void;
  /** Removes the work folder; the last site is untouched unless `publish` was called. */
  discard: () => void;
}

/** A process of a stopped build may be writing its last file while its folder is removed. */
const REMOVED_WHOLE = { recursive: true, force: true, maxRetries: 5 } as const;

/** What every built site has at its top: a folder without any of them is a built site only if its record says so. */
const SITE_MARKS = ['sitemap-index.xml', 'robots.txt', SEARCH_FOLDER, '_astro'];

/**
 * Prepares a folder beside the site's to build in: the last good site stays whole until the new one is. New files are then
 * renamed into it one by one. A build that is killed while it does so leaves a record of what it was about to do, by which
 * the next one repairs the site ({@link file://./reuse/site-record.ts}); readers see a release, never a build's folder.
 * @param path where the site goes; a link stays, and what it leads to is replaced
 * @throws UsageError if `path` holds something that is not a built site
 */
export function prepareOutput(path: string, cacheFolder: string): OutputFolder {
  const at = sitePlace(cacheFolder, resolveLinks(path));
  const { out } = at;
  const parent = dirname(out);
  const prefix = `.${basename(out)}-building-`;
  mkdirSync(parent, { recursive: true });
  const left = readdirSync(parent).filter((name) => name.startsWith(prefix) && !isRunning(name.slice(prefix.length)));
  refuseOtherFolder(at, path);
  for (const name of left) rmSync(join(parent, name), REMOVED_WHOLE);

  const isFirst = !existsSync(out) || readdirSync(out).length === 0;
  const work = join(parent, `${prefix}${processMark()}`);
  const site = join(work, 'site');
  mkdirSync(site, { recursive: true });
  // If single files are moved into a site, their folders need not be made here.
  const places = new Map<string, string>();
  const place = (file: string) => {
    const known = places.get(file);
    if (known) return known;
    const path = join(site, isFirst ? file : String(places.size));
    places.set(file, path);
    return path;
  };
  return {
    site: at,
    place,
    part: (name) => join(work, name),
    publish: (removed) => {
      if (isFirst) {
        if (existsSync(out)) rmdirSync(out);
        renameSync(site, out);
        return;
      }
      for (const [file, at] of places) {
        mkdirSync(dirname(join(out, file)), { recursive: true });
        renameSync(at, join(out, file));
      }
      for (const file of removed) {
        rmSync(join(out, file), { force: true });
        removeEmptyFolders(out, dirname(file));
      }
    },
    discard: () => rmSync(work, REMOVED_WHOLE),
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

function refuseOtherFolder(site: SitePlace, path: string): void {
  const { out } = site;
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new UsageError(`--out ${path}: this is a file; choose a folder`);
  const names = readdirSync(out);
  if (names.length > 0 && !SITE_MARKS.every((mark) => names.includes(mark)) && !isRecorded(site, names)) {
    throw new UsageError(`--out ${path}: the folder holds something that is not a built site; choose an empty one`);
  }
}

/**
 * Whether a folder has nothing but what the last build made: a site that has lost files is repaired; a folder in which
 * someone keeps other files is refused.
 * @param names what is at its top
 */
function isRecorded(site: SitePlace, names: readonly string[]): boolean {
  const record = readSiteRecord(site);
  if (!record) return false;
  const { groups, leftovers } = record;
  const files = [...leftovers, ...[...groups.values()].flatMap((group) => [...group.files().keys()])];
  const known = new Set(files.map((file) => file.split('/')[0]));
  return names.every((name) => known.has(name));
}

/** A path with its links resolved, though nothing may exist there yet. */
export function resolveLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new UsageError(`--out ${path}: cannot be used (${message}); choose another folder`);
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
    return resolveLinks(resolve(realpathSync(dirname(path)), readlinkSync(path)));
  }
}
