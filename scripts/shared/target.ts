import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isRunning, processMark } from '#src/disk/is-running.ts';
import { UsageError } from '#src/publish/usage-error.ts';

/** A folder that a web server serves from: all releases, and a link to the one that is served. */
export interface Target {
  /** Absolute path. */
  folder: string;
  /** Holds each release, `<id>/`, and its record, `<id>.json`. */
  releases: string;
  /** The link that is the web server's root. */
  current: string;
  /** Held by the process that deploys to it. */
  lock: string;
}

const SCHEME = 'dir:';

/** `20261124T130000Z-1a2b3c4d`: when it was made, and a digest of its content; sorting ids sorts them by time. */
const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}(?:-again\d*)?$/;

const LOCK = '.deploy-lock';
const LINK = '.deploy-link-';
const WRITING = '.writing-';
const REMOVING = '.removing-';
const RECORD = '.json';

/** What a new file system has in it. */
const OF_THE_SYSTEM = ['lost+found'];

/**
 * The target that a command names. Creates nothing yet.
 * @param text as given after `--to`: `dir:/srv/site`
 * @param missing whether it may be missing, and else what to do: a mistyped path must not be published to, where readers would see
 *   nothing of it
 * @throws UsageError if it is not a target, is missing, or holds something other than releases
 */
export function targetAt(text: string, missing: 'is new' | { advice: string } = { advice: '' }): Target {
  if (!text.startsWith(SCHEME) || text === SCHEME) {
    throw new UsageError(`--to ${text}: expected ${SCHEME}<path>, such as ${SCHEME}/srv/news`);
  }
  const folder = resolve(text.slice(SCHEME.length));
  const target = {
    folder,
    releases: join(folder, 'releases'),
    current: join(folder, 'current'),
    lock: join(folder, LOCK),
  };
  if (!existsSync(folder)) {
    if (missing === 'is new') return target;
    throw new UsageError(`--to ${text}: there is no such folder.${missing.advice}`);
  }
  if (!statSync(folder).isDirectory()) throw new UsageError(`--to ${text}: this is a file; choose a folder`);
  const others = readdirSync(folder).filter((name) => !name.startsWith('.deploy-') && !OF_THE_SYSTEM.includes(name));
  if (others.length > 0 && !others.includes('releases')) {
    throw new UsageError(`--to ${text}: the folder holds something else (${others[0]}); choose an empty one`);
  }
  return target;
}

/**
 * @returns the id of the release that is served; undefined if nothing has been deployed yet
 * @throws UsageError if `current` is something that no deploy made
 */
export function currentId({ current }: Target): string | undefined {
  const entry = lstatSync(current, { throwIfNoEntry: false });
  if (!entry) return undefined;
  if (!entry.isSymbolicLink()) {
    throw new UsageError(`${current} is not a link to a release; move it away and deploy again`);
  }
  const leadsTo = readlinkSync(current);
  const id = leadsTo.startsWith('releases/') ? leadsTo.slice('releases/'.length) : '';
  if (ID.test(id)) return id;
  throw new UsageError(`${current} leads to ${leadsTo}, which is not a release; remove the link and deploy again`);
}

/** The ids of the complete releases, oldest first. */
export function releaseIds({ releases }: Target): string[] {
  if (!existsSync(releases)) return [];
  const names = new Set(readdirSync(releases));
  return [...names].filter((name) => ID.test(name) && names.has(`${name}${RECORD}`)).sort();
}

export const releaseFolder = ({ releases }: Target, id: string): string => join(releases, id);
export const recordFile = ({ releases }: Target, id: string): string => join(releases, `${id}${RECORD}`);

/**
 * The id of a new release: always after the existing ones, even if the clock went back.
 * @param madeAt the clock
 * @param digest of its content, hexadecimal
 * @returns the id, and the instant in it: whole seconds, later than that of any earlier release
 */
export function nextRelease(target: Target, madeAt: Date, digest: string): { id: string; instant: Date } {
  const last = releaseIds(target).at(-1);
  const earliest = last ? instantOf(last).getTime() + 1000 : 0;
  const instant = new Date(Math.max(Math.floor(madeAt.getTime() / 1000) * 1000, earliest));
  const stamp = instant.toISOString().replace(/[-:]|\.\d+/g, '');
  return { id: `${stamp}-${digest.slice(0, 8)}`, instant };
}

function instantOf(id: string): Date {
  return new Date(id.replace(/^(....)(..)(..)T(..)(..)(..)Z.*$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** Makes a folder and those above it. Node's own way (`recursive`) never ends where the system makes none, as in /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/**
 * Creates the folders of a target, and removes what killed deploys left: half-written and half-removed releases, links
 * that were never put in place, records without a release. The caller holds the lock.
 */
export function tidyTarget(target: Target): void {
  const { folder, releases } = target;
  mkdirSync(releases, { recursive: true });
  for (const name of readdirSync(folder)) {
    const isAbandonedLock = name.startsWith(`${LOCK}.`) && !isRunning(name.slice(LOCK.length + 1));
    if (name.startsWith(LINK) || isAbandonedLock) rmSync(join(folder, name), { force: true });
  }
  const names = readdirSync(releases);
  for (const name of names) {
    const isHalf = name.startsWith(WRITING) || name.startsWith(REMOVING);
    const isAlone = name.endsWith(RECORD) && !names.includes(name.slice(0, -RECORD.length));
    if (isHalf || isAlone) rmSync(join(releases, name), { recursive: true, force: true });
  }
}

/** The temporary path of a release, or of its record, while it is written. */
export function writingPath({ releases }: Target, suffix = ''): string {
  return join(releases, `${WRITING}${processMark()}${suffix}`);
}

/**
 * Switches to a release with one rename: a request gets either the old release or the new one.
 * @throws if the link cannot be made; then the old release is still served
 */
export function switchTo({ folder, current }: Target, id: string): void {
  const link = join(folder, `${LINK}${processMark()}`);
  rmSync(link, { force: true });
  try {
    symlinkSync(`releases/${id}`, link);
    renameSync(link, current);
  } finally {
    rmSync(link, { force: true });
  }
  syncPath(folder);
}

/** Makes a file, or the names in a folder, survive a power loss. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Removes the oldest releases, but never the one that is served.
 * @param keep how many stay, with the one that is served
 * @returns the ids of those removed
 */
export function removeOldReleases(target: Target, keep: number): string[] {
  const served = currentId(target);
  const ids = releaseIds(target);
  const removable = ids.filter((id) => id !== served);
  const removed = removable.slice(0, Math.max(0, ids.length - keep));
  for (const id of removed) {
    // Renamed first: a half-removed release must not look like a complete one to the next run.
    const aside = join(target.releases, `${REMOVING}${id}`);
    renameSync(releaseFolder(target, id), aside);
    rmSync(recordFile(target, id), { force: true });
    rmSync(aside, { recursive: true, force: true });
  }
  return removed;
}
