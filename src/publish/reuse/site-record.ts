import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tryLock } from '#src/disk/lock.ts';
import { relativeKey } from '#src/keys/relative-key.ts';
import { RecordedGroup } from './recorded-group.ts';
import { readChecksummed, writeChecksummed } from '#src/disk/checksummed-file.ts';

/** What a build leaves for the next one to the same folder. */
export interface SiteRecord {
  /** All files of the site, in groups by name. */
  groups: ReadonlyMap<string, RecordedGroup>;
  /** Files that may be there and of which nothing is known, such as those that a killed build was about to remove. */
  leftovers: readonly string[];
}

/** What a build is about to do to a site. */
export interface Intent extends SiteRecord {
  /** Groups of the last site that the new one lacks. */
  gone: readonly string[];
}

/** The first line of a record: all that a build needs of most groups. */
interface Head {
  groups: readonly { name: string; key: string; count: number; pictures?: readonly string[]; bytes: number }[];
  leftovers: readonly string[];
  gone?: readonly string[];
}

/** A record in another format is ignored. */
const FORMAT = 'site record 2';

/** Where a site is, and where its record is. */
export interface SitePlace {
  /** Absolute, with links resolved; there need not be a site yet. */
  out: string;
  /** The folder of what is known of it. */
  records: string;
}

/** @param out the folder of a site, absolute, with links resolved */
export function sitePlace(cacheFolder: string, out: string): SitePlace {
  return { out, records: join(cacheFolder, 'sites', relativeKey(cacheFolder, out)) };
}

/**
 * The record of the last build to a folder, and of what a build that was killed was about to do there.
 * @returns undefined if there is none, or it is damaged: then nothing of the old site is reused
 */
export function readSiteRecord(place: SitePlace): SiteRecord | undefined {
  const paths = pathsOf(place);
  if (existsSync(paths.record)) return readRecord(paths.record);
  const [before, intent] = [readRecord(paths.before), readRecord(paths.intent)];
  if (!before || !intent) return undefined;
  const groups = new Map([...before.groups, ...intent.groups]);
  for (const name of intent.gone) groups.delete(name);
  return { groups, leftovers: intent.leftovers };
}

/** The record of a folder of which nothing is known. */
export const NOTHING_KNOWN: SiteRecord = { groups: new Map(), leftovers: [] };

/**
 * Writes what is about to be done to a site: whenever a build is killed, the next one knows every file that may be there, and
 * finds those that are wrong. Until the site's next record is written, both the last one and the intent are needed: if
 * either is lost, nothing is known.
 * @param intent the groups that will change, and the files that will be removed
 */
export function writeIntent(place: SitePlace, intent: Intent): void {
  const paths = pathsOf(place);
  mkdirSync(place.records, { recursive: true });
  rmSync(paths.before, { force: true });
  writeRecord(paths.intent, intent);
  if (existsSync(paths.record)) renameSync(paths.record, paths.before);
}

/** Writes a record atomically; the intent has been carried out. */
export function writeSiteRecord(place: SitePlace, record: SiteRecord): void {
  const { out, records } = place;
  mkdirSync(records, { recursive: true });
  writeFileSync(join(records, 'out'), relative(records, out));
  const paths = pathsOf(place);
  writeRecord(paths.record, record);
  rmSync(paths.intent, { force: true });
  rmSync(paths.before, { force: true });
}

/** Removes the records of sites that are no longer there, but for the given one and those of which a build is at work. */
export function removeLostRecords({ records }: SitePlace): void {
  const folder = dirname(records);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const other = join(folder, name);
    if (other === records || isOfSite(other)) continue;
    // A build that has just begun has not noted its site yet: it holds the lock, or waits for it and finds the folder gone.
    const unlock = tryLock(lockIn(other));
    if (!unlock) continue;
    if (isOfSite(other)) {
      unlock();
      continue;
    }
    // All at once, so that a build that begins now begins in a folder of its own.
    const gone = `${other}.gone`;
    rmSync(gone, { recursive: true, force: true });
    renameSync(other, gone);
    rmSync(gone, { recursive: true, force: true });
  }
}

/** Whether the site is there that some records are of. */
function isOfSite(records: string): boolean {
  const where = join(records, 'out');
  return existsSync(where) && existsSync(join(records, readFileSync(where, 'utf8')));
}

/** Whether a file has the bytes that a record says. @param path absolute @param digest SHA-256, hexadecimal */
export function hasDigest(path: string, digest: string): boolean {
  return existsSync(path) && hash('sha256', readFileSync(path)) === digest;
}

/** A head of one line, then the groups' files as they are in memory: most are never parsed. */
function writeRecord(path: string, { groups, leftovers, gone }: SiteRecord & Partial<Intent>): void {
  const head: Head = {
    groups: [...groups].map(([name, { key, count, pictures, body }]) => {
      return { name, key, count, ...(pictures.length > 0 && { pictures }), bytes: body.byteLength };
    }),
    leftovers,
    ...(gone && { gone }),
  };
  const bodies = [...groups.values()].map(({ body }) => body);
  writeChecksummed(path, FORMAT, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...bodies]));
}

function readRecord(path: string): Intent | undefined {
  const content = readChecksummed(path, FORMAT);
  if (!content) return undefined;
  let at = content.indexOf('\n') + 1;
  const head = JSON.parse(content.toString('utf8', 0, at)) as Head;
  const groups = new Map<string, RecordedGroup>();
  for (const { name, key, count, pictures = [], bytes } of head.groups) {
    groups.set(name, new RecordedGroup(key, count, pictures, content.subarray(at, at + bytes)));
    at += bytes;
  }
  return { groups, leftovers: head.leftovers, gone: head.gone ?? [] };
}

/** `before` is the last site's record while the site is another already and its own record is still to be written. */
function pathsOf({ records }: SitePlace): Record<'record' | 'before' | 'intent', string> {
  return { record: join(records, 'record'), before: join(records, 'before'), intent: join(records, 'intent') };
}

/** The lock of the builds to one site: builds of different sites run side by side. */
export function siteLock({ records }: SitePlace): string {
  return lockIn(records);
}

const lockIn = (records: string) => join(records, 'lock');
