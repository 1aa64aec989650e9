import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_FOLDER } from './cache-folder.ts';
import { fileStamp, isProof } from './file-stamp.ts';
import { filesBelow } from '../shared/files-below.ts';
import { readSealedJson, writeSealedJson } from './sealed-file.ts';

/** What is known of one file of a built site. */
export interface SiteFile {
  /** What it was made from, by digest: the same again need not be made again. */
  key: string;
  /** SHA-256 of its bytes, hexadecimal. */
  digest: string;
  /** Of the file when its bytes were last seen to be those; absent where it was not seen since. */
  stamp?: string;
  /** Of pages: the addresses of the pictures they name. */
  pictures?: readonly string[];
}

/** What a build leaves for the next one to the same folder. */
export interface SiteRecord {
  /** By path in the site, with forward slashes. */
  files: Record<string, SiteFile>;
  /** Files that a build was about to take away: there may be any of them if it was killed. */
  leftovers: readonly string[];
}

/** Another form of record is no record. */
const FORM = 'site record 1';

const FOLDER = join(CACHE_FOLDER, 'sites');

/**
 * The record of the last build to a folder, and of what a build that was killed was about to do there.
 * @returns undefined where there is none, or not as it was written: then nothing of the old site is reused
 */
export function readSiteRecord(out: string): SiteRecord | undefined {
  const { record: recordPath, intent: intentPath } = pathsOf(out);
  const record = readSealedJson(recordPath, FORM) as SiteRecord | undefined;
  if (!record || !existsSync(intentPath)) return record;
  const intent = readSealedJson(intentPath, FORM) as SiteRecord | undefined;
  return intent && { files: { ...record.files, ...intent.files }, leftovers: intent.leftovers };
}

/**
 * What is in a folder that holds a site of which nothing is known: no file of it is made from anything, but one that comes
 * out with the same bytes need not be written.
 */
export function recordOfUnknown(out: string): SiteRecord {
  return { files: Object.fromEntries(filesBelow(out).map((path) => [path, UNKNOWN_FILE])), leftovers: [] };
}

const UNKNOWN_FILE: SiteFile = { key: '', digest: '' };

/**
 * Says what is about to be done to a site, before it is: whenever a build is killed, the next one knows every file that
 * may be there, and finds those that are not what they should be.
 * @param files those that will be written
 * @param leftovers those that will be taken away
 */
export function writeIntent(out: string, { files, leftovers }: SiteRecord): void {
  mkdirSync(siteRecordFolder(out), { recursive: true });
  writeSealedJson(pathsOf(out).intent, FORM, { files, leftovers });
}

/** Writes a record whole or not at all; what was intended is done. @param out the folder of the site, absolute */
export function writeSiteRecord(out: string, record: SiteRecord): void {
  const folder = siteRecordFolder(out);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'out'), out);
  writeSealedJson(pathsOf(out).record, FORM, record);
  rmSync(pathsOf(out).intent, { force: true });
}

/** Removes the records of sites that are no longer there. */
export function removeLostRecords(): void {
  if (!existsSync(FOLDER)) return;
  for (const name of readdirSync(FOLDER)) {
    const where = join(FOLDER, name, 'out');
    if (!existsSync(where) || !existsSync(readFileSync(where, 'utf8')))
      rmSync(join(FOLDER, name), { recursive: true, force: true });
  }
}

/** Whether a file of a site is, byte for byte, what its record says. @param path its full path */
export function isAsRecorded(path: string, { digest, stamp }: Pick<SiteFile, 'digest' | 'stamp'>): boolean {
  const now = fileStamp(path);
  if (now === undefined) return false;
  return (isProof(stamp) && now === stamp) || hash('sha256', readFileSync(path)) === digest;
}

/** Where what is known of a site is kept. */
export function siteRecordFolder(out: string): string {
  return join(FOLDER, hash('sha256', out).slice(0, 16));
}

function pathsOf(out: string): { record: string; intent: string } {
  const folder = siteRecordFolder(out);
  return { record: join(folder, 'record'), intent: join(folder, 'intent') };
}
