import {
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import { isRunning, processMark } from '#src/disk/is-running.ts';

/** A folder that a web server serves from: releases beside each other, and a link to the one that is served. */
export interface Target {
  /** Absolute path. */
  folder: string;
  /** Every release, `<id>/`, with its record, `<id>.json`. */
  releases: string;
  /** The link that the web server's root names. */
  current: string;
  /** Held by whoever deploys to it. */
  lock: string;
}

const SCHEME = 'dir:';

/** `20261124T130000Z-1a2b3c4d`: when it was made and what it holds; text order is the order in which they were made. */
const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}(?:-again\d*)?$/;

const LOCK = '.deploy-lock';
const LINK = '.deploy-link-';
const WRITING = '.writing-';
const REMOVING = '.removing-';
const RECORD = '.json';

/** What a new file system holds by itself. */
const OF_THE_SYSTEM = ['lost+found'];

/**
 * The target a call names. Nothing is made yet.
 * @param text as given after `--to`: `dir:/srv/site`
 * @throws UsageError where it is no target, or holds something else than releases
 */
export function targetAt(text: string): Target {
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
  if (!existsSync(folder)) return target;
  if (!lstatSync(folder).isDirectory() && !isLinkToFolder(folder)) {
    throw new UsageError(`--to ${text}: this is a file; choose a folder`);
  }
  const others = readdirSync(folder).filter((name) => !name.startsWith('.deploy-') && !OF_THE_SYSTEM.includes(name));
  if (others.length > 0 && !others.includes('releases')) {
    throw new UsageError(`--to ${text}: the folder holds something else (${others[0]}); choose an empty one`);
  }
  return target;
}

function isLinkToFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The release that is served.
 * @returns its id; undefined where nothing was ever deployed
 * @throws UsageError where `current` is something that no deploy made
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
  throw new UsageError(`${current} leads to ${leadsTo}, which is no release; remove the link and deploy again`);
}

/** The whole releases, the oldest first. */
export function releaseIds({ releases }: Target): string[] {
  if (!existsSync(releases)) return [];
  const names = new Set(readdirSync(releases));
  return [...names].filter((name) => ID.test(name) && names.has(`${name}${RECORD}`)).sort();
}

export const releaseFolder = ({ releases }: Target, id: string): string => join(releases, id);
export const recordFile = ({ releases }: Target, id: string): string => join(releases, `${id}${RECORD}`);

/**
 * The id of a release to be made: always after those there are, also where the clock went back, so that their order is
 * the order in which they were made.
 * @param madeAt the clock
 * @param digest of what it holds, hexadecimal
 * @returns the id, and the instant in it: whole seconds, later than that of any release before
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

/**
 * Makes the folders of a target, and removes what killed deploys left: half-written and half-removed releases, links that
 * were never put in place, records without a release. To be called with the lock held.
 */
export function tidyTarget(target: Target): void {
  const { folder, releases } = target;
  mkdirSync(releases, { recursive: true });
  for (const name of readdirSync(folder)) {
    const waits = name.startsWith(`${LOCK}.`) && isRunning(name.slice(LOCK.length + 1));
    if (name.startsWith(LINK) || (name.startsWith(`${LOCK}.`) && !waits)) rmSync(join(folder, name), { force: true });
  }
  const names = readdirSync(releases);
  for (const name of names) {
    const isHalf = name.startsWith(WRITING) || name.startsWith(REMOVING);
    const isAlone = name.endsWith(RECORD) && !names.includes(name.slice(0, -RECORD.length));
    if (isHalf || isAlone) rmSync(join(releases, name), { recursive: true, force: true });
  }
}

/** Where a release, or its record, is written before it has its name. */
export function writingPath({ releases }: Target, suffix = ''): string {
  return join(releases, `${WRITING}${processMark()}${suffix}`);
}

/**
 * Has a release served, with one rename: whoever asks gets the old release until then and the new one from then on.
 * @throws where the link cannot be made; what is served stays as it is
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
  syncFolder(folder);
}

/** Has a folder's names survive a power loss. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Removes the oldest releases beyond a number, never the one that is served.
 * @param keep how many stay, the one served among them
 * @returns the ids of those removed
 */
export function removeOldReleases(target: Target, keep: number): string[] {
  const served = currentId(target);
  const ids = releaseIds(target);
  const removable = ids.filter((id) => id !== served);
  const removed = removable.slice(0, Math.max(0, ids.length - keep));
  for (const id of removed) {
    // Renamed first: what is half gone must not look like a release to the next run.
    const aside = join(target.releases, `${REMOVING}${id}`);
    renameSync(releaseFolder(target, id), aside);
    rmSync(recordFile(target, id), { force: true });
    rmSync(aside, { recursive: true, force: true });
  }
  return removed;
}
