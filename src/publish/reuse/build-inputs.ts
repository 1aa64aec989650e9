import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileStamp, isProof } from '#src/disk/file-signature.ts';
import type { BuildWorld } from '../build-context.ts';
import { sourceKey } from '#src/keys/source-key.ts';

/** All that a site is made from, but for the time. */
export interface BuildInputs {
  /** The stamp of every file of the newsroom, by path with forward slashes, taken before any was read. */
  stamps: ReadonlyMap<string, string>;
  /**
   * Two builds with the same are made from the same: code, packages, settings and files. Undefined where the stamps cannot
   * tell: a file was written a moment ago, or is a link to somewhere else.
   */
  digest: string | undefined;
}

/**
 * Looks at what the site would be made from now, without reading the newsroom.
 * @param wishes what else decides what is made of it, or what is told
 */
export function buildInputs({ contentRoot, site }: BuildWorld, ...wishes: readonly unknown[]): BuildInputs {
  const stamps = new Map<string, string>();
  const isTold = stampFiles(contentRoot, '', stamps);
  const lines = [...stamps].map(([path, stamp]) => `${path}\0${stamp}\n`).sort();
  const about = JSON.stringify([sourceKey('everything'), contentRoot, site, ...wishes]);
  return { stamps, digest: isTold ? hash('sha256', `${about}\n${lines.join('')}`) : undefined };
}

/** @returns whether every file below a folder was proven to be what it is */
function stampFiles(root: string, below: string, stamps: Map<string, string>): boolean {
  let isTold = true;
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      // Nothing of a newsroom is in a hidden folder, and git's changes with every commit.
      if (!entry.name.startsWith('.')) isTold = stampFiles(root, path, stamps) && isTold;
    } else {
      const stamp = entry.isFile() ? fileStamp(join(root, path)) : undefined;
      isTold &&= isProof(stamp);
      if (stamp !== undefined) stamps.set(path, stamp);
    }
  }
  return isTold;
}
