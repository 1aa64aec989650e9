import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '#src/schemas/problem.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { addressOf, storyLocale } from './addresses.ts';
import { standInOf, type StandIn } from './stand-ins.ts';

/** What tells one file's content from another's. */
export interface FileDigest {
  /** Hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Of a page at a story's address that is no story. */
  standIn?: StandIn | undefined;
}

/**
 * Every file of a built site: its path within the folder, with forward slashes, and its digest; in order of path.
 * @param onFile told how many have been read
 * @throws UsageError where there is anything but files and folders: a link might lead out of the site
 */
export function siteFiles(folder: string, onFile: (done: number) => void = () => undefined): Map<string, FileDigest> {
  const paths = filePaths(folder);
  return new Map(
    paths.map((path, index) => {
      onFile(index + 1);
      const bytes = readFileSync(join(folder, path));
      const standIn =
        path.endsWith('.html') && storyLocale(addressOf(path)) !== undefined ? standInOf(bytes) : undefined;
      return [path, { ...digestOf(bytes), ...(standIn && { standIn }) }];
    }),
  );
}

/** The paths of the same files, in order; nothing is read. */
export function filePaths(folder: string): string[] {
  return filesBelow(folder).sort(compareText);
}

export function digestOf(bytes: Buffer): FileDigest {
  return { sha256: hash('sha256', bytes, 'hex'), size: bytes.length };
}

/** One digest of a whole site: equal digests, equal sites. */
export function siteDigest(files: ReadonlyMap<string, FileDigest>): string {
  const digest = createHash('sha256');
  for (const [path, { sha256 }] of files) digest.update(`${sha256}  ${path}\n`);
  return digest.digest('hex');
}

function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, `${path}/`);
    if (entry.isFile()) return [path];
    throw new UsageError(`${join(folder, path)} is neither a file nor a folder; a site is made of nothing else`, 1);
  });
}
