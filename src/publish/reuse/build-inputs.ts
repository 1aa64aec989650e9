import { hash } from 'node:crypto';
import { readdirSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import { fileSignature, isProof } from '#src/disk/file-signature.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import type { BuildContext } from '../build-context.ts';

/** All that a site is made from, but for the time. */
export interface BuildInputs {
  /** The signature of every file of the newsroom, by path with forward slashes, taken before any was read. */
  signatures: ReadonlyMap<string, string>;
  /**
   * Two builds with the same digest are made from the same: code, packages, settings and files. Undefined if signatures
   * cannot tell: a file was written a moment ago, or is a link.
   */
  digest: string | undefined;
}

/**
 * What the site would be made from now, without reading the newsroom.
 * @param at the time, in milliseconds since 1970
 * @param options what else decides what is made of it, or what is reported
 */
export function buildInputs(
  { contentRoot, cacheFolder, site }: BuildContext,
  at: number,
  options: readonly unknown[],
): BuildInputs {
  const signatures = new Map<string, string>();
  const isProven = signFiles(contentRoot, '', at, signatures);
  const lines = [...signatures].map(([path, signature]) => `${path}\0${signature}\n`).sort();
  const about = JSON.stringify([sourceKey('everything'), relative(cacheFolder, contentRoot), site, ...options]);
  return { signatures, digest: isProven ? hash('sha256', `${about}\n${lines.join('')}`) : undefined };
}

/** @returns whether every file below a folder has a signature that proves something */
function signFiles(root: string, below: string, at: number, signatures: Map<string, string>): boolean {
  let isProven = true;
  for (const entry of entriesOf(join(root, below))) {
    // Reading reports a folder that cannot be read; what is in it is not known.
    if (entry === undefined) return false;
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      // Nothing of a newsroom is in a hidden folder, and git's changes with every commit.
      if (!entry.name.startsWith('.')) isProven = signFiles(root, path, at, signatures) && isProven;
    } else {
      const signature = entry.isFile() ? fileSignature(join(root, path), at) : undefined;
      isProven &&= isProof(signature);
      if (signature !== undefined) signatures.set(path, signature);
    }
  }
  return isProven;
}

/** What is in a folder; one undefined entry if it cannot be read. */
function entriesOf(folder: string): readonly (Dirent | undefined)[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [undefined];
  }
}
