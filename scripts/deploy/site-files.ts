import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#src/disk/files-below.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { addressOf, articleLocale, replacementOf, type Replacement } from './addresses.ts';

/** What tells one file's content from another's. */
export interface FileDigest {
  /** Hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Of a page that replaces an article at its address. */
  replacement?: Replacement | undefined;
}

/**
 * Every file of a built site: its path within the folder, with forward slashes, and its digest; sorted by path.
 * @param onFile receives how many have been read
 * @throws UsageError if there is anything but files and folders: a link might lead out of the site
 */
export function siteFiles(folder: string, onFile: (done: number) => void = () => undefined): Map<string, FileDigest> {
  const paths = filePaths(folder);
  return new Map(
    paths.map((path, index) => {
      onFile(index + 1);
      const bytes = readFileSync(join(folder, path));
      const replacement =
        path.endsWith('.html') && articleLocale(addressOf(path)) !== undefined ? replacementOf(bytes) : undefined;
      return [path, { ...digestOf(bytes), ...(replacement && { replacement }) }];
    }),
  );
}

/** The sorted paths of the same files; reads none of them. */
export function filePaths(folder: string): string[] {
  return filesBelow(folder, (path) => {
    throw new UsageError(`${path} is neither a file nor a folder; a site must not hold anything else`, 1);
  });
}

export function digestOf(bytes: Buffer): FileDigest {
  return { sha256: hash('sha256', bytes, 'hex'), size: bytes.length };
}

/** One digest for a whole site: equal digests, equal sites. */
export function siteDigest(files: ReadonlyMap<string, FileDigest>): string {
  const digest = createHash('sha256');
  for (const [path, { sha256 }] of files) digest.update(`${sha256}  ${path}\n`);
  return digest.digest('hex');
}
