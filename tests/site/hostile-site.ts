import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeHostileNewsroom } from '../hostile-newsroom.ts';
import { hostileStrings } from '../hostile-strings.ts';
import { OUTPUT, PROJECT, siteFolder } from './build-sites.ts';

/** What the hostile strings run, if anything lets them: a function that the browser tests watch. */
export const HIT = '__hit(1)';

/** The hostile strings of the site, those of handed-in corpora among them. */
export const HOSTILE = hostileStrings(HIT);

/** Writes a newsroom with hostile strings in every text. @returns its folder, from the project's */
export function hostileNewsroom(): string {
  const writer = readFileSync(join(PROJECT, 'tests', 'hostile-newsroom.ts'));
  const digest = hash('sha256', JSON.stringify([HOSTILE, writer.toString()])).slice(0, 16);
  const content = join('tests', 'output', `hostile-newsroom-${digest}`);
  if (!existsSync(join(PROJECT, content))) {
    // The stages “site” and “browser” may both be at it.
    const fresh = join(OUTPUT, `hostile-newsroom.${process.pid}`);
    writeHostileNewsroom(fresh, HOSTILE, join(PROJECT, 'src', 'content', 'pictures', 'reef-morning.webp'));
    try {
      renameSync(fresh, join(PROJECT, content));
    } catch (error) {
      if (!existsSync(join(PROJECT, content))) throw error;
      rmSync(fresh, { recursive: true });
    }
  }
  return content;
}

/** The folder of the site of that newsroom. */
export function hostileSite(): string {
  return siteFolder('hostile');
}
