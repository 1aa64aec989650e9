import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import { countOutput } from './count-output.ts';
import { measure, npmCall } from './measure.ts';
import type { BuildRun } from './results.ts';
import type { ScenarioContext } from './scenarios.ts';
import type { WorkFolder } from './work-folder.ts';

/** After the newest article of a made newsroom. */
const FIRST_BUILD = new Date('2026-11-01T08:00:00-05:00');
const MINUTE_MS = 60_000;

/**
 * This project's own site, built again and again. Each build is for an instant a minute after the last one's, as builds
 * are in real life: what depends on the clock must not be what makes a build fast.
 */
export class OwnSite {
  readonly #work: WorkFolder;
  readonly #beforeRun: () => void;
  #folder: string;
  #copies = 0;
  #now = FIRST_BUILD;

  /**
   * @param folder holds `project`, a copy of this project, and `newsroom`; `site` is built there
   * @param beforeRun called before each build's clock starts
   */
  constructor(folder: string, work: WorkFolder, beforeRun: () => void) {
    this.#folder = folder;
    this.#work = work;
    this.#beforeRun = beforeRun;
  }

  /** What a scenario may change. */
  get context(): ScenarioContext {
    const contentRoot = join(this.#folder, 'newsroom');
    return { project: join(this.#folder, 'project'), contentRoot, now: this.#now };
  }

  /**
   * Copies project, caches, newsroom and site, and goes on with the copy: the same bytes in new files with new times, as
   * on a CI machine that has fetched the sources and unpacked its cache.
   */
  copy(where: 'in place' | 'elsewhere'): void {
    const original = this.#work.moveToTrash(this.#folder);
    this.#copies += 1;
    if (where === 'elsewhere') this.#folder = `${this.#folder.replace(/-copy-\d+$/, '')}-copy-${this.#copies}`;
    cpSync(original, this.#folder, { recursive: true, verbatimSymlinks: true });
  }

  /**
   * Builds the site with `npm run build`, the search index included.
   * @param isClean into an empty folder, as other generators do, and without reusing anything
   * @throws Error with what the build said if it fails
   */
  async build({ isClean = false } = {}): Promise<BuildRun> {
    const { project, contentRoot, now } = this.context;
    const out = join(this.#folder, 'site');
    if (isClean) this.#work.moveToTrash(out);
    const options = ['--content', contentRoot, '--out', out, '--now', isoInstant(now), ...(isClean ? ['--clean'] : [])];
    this.#now = new Date(now.getTime() + MINUTE_MS);
    this.#beforeRun();
    const { exitCode, output, ...cost } = await measure(npmCall(['run', 'build', '--', ...options], project));
    if (exitCode !== 0) throw new Error(`the build failed (exit code ${exitCode ?? 'none'}):\n${output.trim()}`);
    return { steps: [{ name: 'build', ...cost }], ...countOutput(out) };
  }
}
