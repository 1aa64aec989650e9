import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_FOLDER } from '#src/disk/cache-folder.ts';
import { fileStamp, isProof } from '#src/disk/file-signature.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { RecordedGroup } from './recorded-group.ts';
import { readSealed, writeSealed } from '#src/disk/checksummed-file.ts';

/** What a build leaves for the next one to the same folder. */
export interface SiteRecord {
  /** All files of the site, in groups by name. */
  groups: ReadonlyMap<string, RecordedGroup>;
  /** Files that a build was about to take away: there may be any of them if it was killed. */
  leftovers: readonly string[];
}

/** What a build is about to do to a site. */
export interface Intent extends SiteRecord {
  /** Groups of the last site that the new one lacks. */
  gone: readonly string[];
}

/** What stands before the groups' files in a record: all that is asked of most of them. */
interface Head {
  groups: readonly { name: string; key: string; count: number; pictures?: readonly string[]; bytes: number }[];
  leftovers: readonly string[];
  gone?: readonly string[];
}

/** Another form of record is no record. */
const FORM = 'site record 2';

const FOLDER = join(CACHE_FOLDER, 'sites');

/**
 * The record of the last build to a folder, and of what a build that was killed was about to do there.
 * @returns undefined where there is none, or not as it was written: then nothing of the old site is reused
 */
export function readSiteRecord(out: string): SiteRecord | undefined {
  const paths = pathsOf(out);
  if (existsSync(paths.record)) return readRecord(paths.record);
  const [before, intent] = [readRecord(paths.before), readRecord(paths.intent)];
  if (!before || !intent) return undefined;
  const groups = new Map([...before.groups, ...intent.groups]);
  for (const name of intent.gone) groups.delete(name);
  return { groups, leftovers: intent.leftovers };
}

/**
 * What is in a folder that holds a site of which nothing is known: no file of it is made from anything, but one that comes
 * out with the same bytes need not be written.
 */
export function recordOfUnknown(out: string): SiteRecord {
  return { groups: new Map(), leftovers: filesBelow(out) };
}

/**
 * Says what is about to be done to a site, before it is: whenever a build is killed, the next one knows every file that
 * may be there, and finds those that are not what they should be. Until the site's next record is written, the last one
 * tells nothing by itself: where either of the two is lost, nothing is known.
 * @param intent the groups that will be others, and the files that will be taken away
 */
export function writeIntent(out: string, intent: Intent): void {
  const paths = pathsOf(out);
  mkdirSync(siteRecordFolder(out), { recursive: true });
  rmSync(paths.before, { force: true });
  writeRecord(paths.intent, intent);
  if (existsSync(paths.record)) renameSync(paths.record, paths.before);
}

/** Writes a record whole or not at all; what was intended is done. @param out the folder of the site, absolute */
export function writeSiteRecord(out: string, record: SiteRecord): void {
  const folder = siteRecordFolder(out);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'out'), out);
  const paths = pathsOf(out);
  writeRecord(paths.record, record);
  rmSync(paths.intent, { force: true });
  rmSync(paths.before, { force: true });
}

/**
 * Removes the records of sites that are no longer there.
 * @param out the folder of a site whose record stays, though nothing may say where it is: somebody may be reading it
 */
export function removeLostRecords(out: string): void {
  if (!existsSync(FOLDER)) return;
  for (const name of readdirSync(FOLDER)) {
    if (join(FOLDER, name) === siteRecordFolder(out)) continue;
    const where = join(FOLDER, name, 'out');
    if (!existsSync(where) || !existsSync(readFileSync(where, 'utf8')))
      rmSync(join(FOLDER, name), { recursive: true, force: true });
  }
}

/** Whether a file of a site is, byte for byte, what its record says. @param path its full path */
export function isAsRecorded(path: string, { digest, stamp }: { digest: string; stamp?: string }): boolean {
  const now = fileStamp(path);
  if (now === undefined) return false;
  return (isProof(stamp) && now === stamp) || hash('sha256', readFileSync(path)) === digest;
}

/** Where what is known of a site is kept. */
export function siteRecordFolder(out: string): string {
  return join(FOLDER, hash('sha256', out).slice(0, 16));
}

/** A head of one line, and the groups' files behind it as they stand in memory: most are never read. */
function writeRecord(path: string, { groups, leftovers, gone }: SiteRecord & Partial<Intent>): void {
  const head: Head = {
    groups: [...groups].map(([name, { key, count, pictures, body }]) => {
      return { name, key, count, ...(pictures.length > 0 && { pictures }), bytes: body.byteLength };
    }),
    leftovers,
    ...(gone && { gone }),
  };
  const bodies = [...groups.values()].map(({ body }) => body);
  writeSealed(path, FORM, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...bodies]));
}

function readRecord(path: string): Intent | undefined {
  const content = readSealed(path, FORM);
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
function pathsOf(out: string): Record<'record' | 'before' | 'intent', string> {
  const folder = siteRecordFolder(out);
  return { record: join(folder, 'record'), before: join(folder, 'before'), intent: join(folder, 'intent') };
}
