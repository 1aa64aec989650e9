import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../shared/command-line.ts';
import { isRunning } from './is-running.ts';

/** Where a build works before its site takes the place of the last one. */
export interface OutputFolder {
  /** The site in the making. */
  site: string;
  /** Beside it, for parts that are moved in when they are ready. */
  part: (name: string) => string;
  /** Puts the new site in the last one's place. */
  publish: () => void;
  /** Removes what is left of the work; the last site is untouched unless `publish` was called. */
  discard: () => void;
}

/** What every built site has at its top: a folder that lacks any of them was not made by us and is not replaced. */
const SITE_MARKS = ['sitemap-index.xml', 'robots.txt', 'pagefind', '_astro'];

/**
 * Prepares a folder beside `out` to build in. Astro empties the folder it builds into before it knows whether it will
 * succeed; this way the last good site stays whole until the new one is.
 * @throws UsageError where `out` holds something that is not a built site
 */
export function prepareOutput(out: string): OutputFolder {
  if (existsSync(out)) {
    if (!statSync(out).isDirectory()) throw new UsageError(`--out ${out}: this is a file; choose a folder`);
    const names = readdirSync(out);
    if (names.length > 0 && !SITE_MARKS.every((mark) => names.includes(mark))) {
      throw new UsageError(`--out ${out}: the folder holds something that is not a built site; choose an empty one`);
    }
  }
  const parent = dirname(out);
  const prefix = `.${basename(out)}-building-`;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }

  const work = join(parent, `${prefix}${process.pid}`);
  const site = join(work, 'site');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  return {
    site,
    part: (name) => join(work, name),
    publish: () => {
      if (existsSync(out)) renameSync(out, join(work, 'last'));
      renameSync(site, out);
    },
    discard: () => rmSync(work, { recursive: true, force: true }),
  };
}
