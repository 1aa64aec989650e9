import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#src/reading/list-files.ts';

/** What a built site depends on besides its newsroom. The sample newsroom in src/ counts only where it is the one built. */
const FOLDERS = ['src', 'scripts/shared', 'public'];
const FILES = ['scripts/build.ts', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** A digest of everything a site is built from: equal digests, equal sites. */
export function sourceDigest(project: string, content: string): string {
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(file).update(readFileSync(join(project, file)));
  FILES.forEach(add);
  for (const folder of FOLDERS) {
    for (const file of listFiles(join(project, folder))) {
      if (!`${folder}/${file}`.startsWith('src/content/')) add(`${folder}/${file}`);
    }
  }
  for (const file of listFiles(join(project, content))) add(`${content}/${file}`);
  return hash.digest('hex');
}
