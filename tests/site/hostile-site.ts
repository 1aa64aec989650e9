import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hostileStrings } from '../hostile-strings.ts';
import { writeHostileNewsroom } from '../hostile-newsroom.ts';
import { buildOnce, NOW, OUTPUT, PROJECT } from './build-sites.ts';

/** What the hostile strings run, where anything lets them: a function that the browser tests watch. */
export const HIT = '__hit(1)';

/** The hostile strings of the site, those of handed-in corpora among them. */
export const HOSTILE = hostileStrings(HIT);

/** Builds the site of a newsroom with hostile strings in every text. @returns its folder */
export function hostileSite(): string {
  const content = join('tests', 'output', 'hostile-content');
  mkdirSync(OUTPUT, { recursive: true });
  const fresh = join(OUTPUT, 'hostile-content.new');
  writeHostileNewsroom(fresh, HOSTILE, join(PROJECT, 'src', 'content', 'pictures', 'reef-morning.webp'));
  rmSync(join(PROJECT, content), { recursive: true, force: true });
  cpSync(fresh, join(PROJECT, content), { recursive: true });
  rmSync(fresh, { recursive: true });
  return buildOnce({ name: 'hostile', content, now: NOW });
}
