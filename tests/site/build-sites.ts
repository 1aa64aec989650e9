import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { sourceDigest } from './source-digest.ts';

/** The instant the sites under test are built for: after the sample's newest story, before its embargoed one. */
export const NOW = '2026-11-24T06:00:00-05:00';

export const PROJECT = join(import.meta.dirname, '..', '..');
/** What the tests build goes here; never committed. */
export const OUTPUT = join(PROJECT, 'tests', 'output');

/** The sites under test and the newsrooms they are built from. */
export const SITES = {
  sample: 'src/content',
  empty: 'tests/fixtures/newsroom-empty',
  one: 'tests/fixtures/newsroom-one',
  three: 'tests/fixtures/newsroom-three',
} as const;
export type SiteName = keyof typeof SITES;

/** Where a site under test was built. */
export function siteFolder(name: SiteName): string {
  return join(OUTPUT, name);
}

/** Builds the sites under test with the real command, once for all that has not changed since. */
export default function setup(_: TestProject): void {
  for (const [name, content] of Object.entries(SITES)) buildOnce({ name, content, now: NOW });
}

/** A site that a test needs. */
export interface SiteOrder {
  /** Its folder's name below {@link OUTPUT}. */
  name: string;
  /** The content root, from the project's folder. */
  content: string;
  now: string;
  /** Added to the environment of the build. */
  environment?: Record<string, string>;
}

/**
 * Builds a site with the real command, unless it stands there already from the same sources.
 * @returns its folder
 */
export function buildOnce({ name, content, now, environment = {} }: SiteOrder): string {
  mkdirSync(OUTPUT, { recursive: true });
  const folder = join(OUTPUT, name);
  const stamp = `${folder}.stamp`;
  const digest = `${sourceDigest(PROJECT, content)} ${now} ${JSON.stringify(environment)}`;
  const isBuilt = () => existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (isBuilt()) return folder;

  return oneAtATime(() => {
    if (isBuilt()) return folder;
    console.log(`Building the site “${name}” from ${content} …`);
    const fresh = `${folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    const { status, stderr } = spawnSync(
      process.execPath,
      ['scripts/build.ts', '--content', content, '--out', fresh, '--now', now],
      { cwd: PROJECT, encoding: 'utf8', env: { ...process.env, ...environment }, timeout: STALE_LOCK_MS },
    );
    if (status !== 0) throw new Error(`The site “${name}” could not be built:\n${stderr}`);
    rmSync(stamp, { force: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    writeFileSync(stamp, digest);
    return folder;
  });
}

/** No build takes this long: a lock that is older was left by a run that was killed. */
const STALE_LOCK_MS = 180_000;

/**
 * Runs one build at a time: two share Astro’s folder `.astro`, where the second would overwrite what the first reads. A
 * second run of the tests waits here, and then finds the first one’s sites.
 */
export function oneAtATime<Result>(work: () => Result): Result {
  const lock = join(OUTPUT, 'build.lock');
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
