import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { hostileStrings } from '../hostile-strings.ts';
import { writeHostileNewsroom } from '../hostile-newsroom.ts';
import { buildOnce, NOW, oneAtATime, OUTPUT, PROJECT } from './build-sites.ts';

/** What the hostile strings run, where anything lets them: a function that the browser tests watch. */
export const HIT = '__hit(1)';

/** The hostile strings of the site, those of handed-in corpora among them. */
export const HOSTILE = hostileStrings(HIT);

/** Builds the site of a newsroom with hostile strings in every text. @returns its folder */
export function hostileSite(): string {
  mkdirSync(OUTPUT, { recursive: true });
  const writer = readFileSync(join(PROJECT, 'tests', 'hostile-newsroom.ts'));
  const digest = hash('sha256', JSON.stringify([HOSTILE, writer.toString()])).slice(0, 16);
  const content = join('tests', 'output', `hostile-newsroom-${digest}`);
  oneAtATime(() => {
    if (existsSync(join(PROJECT, content))) return;
    const fresh = join(OUTPUT, 'hostile-newsroom.new');
    writeHostileNewsroom(fresh, HOSTILE, join(PROJECT, 'src', 'content', 'pictures', 'reef-morning.webp'));
    renameSync(fresh, join(PROJECT, content));
  });
  return buildOnce({ name: 'hostile', content, now: NOW });
}
