import { join } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import type { Aside } from './aside.ts';
import { countOutput } from './count-output.ts';
import { carryOut, measure } from './measure.ts';
import type { BuildRun } from './results.ts';
import type { ScenarioWorld } from './scenario.ts';

/** After the newest story of a made newsroom. */
const FIRST_BUILD = new Date('2026-11-01T08:00:00-05:00');
const MINUTE_MS = 60_000;

/** The build's option for throwing away what it knows of the last one. */
const START_OVER = '--clean';

/** Where our own site is built, from what, and what the build can do. */
export interface OwnSiteFolders {
  /** The copy of the project. */
  project: string;
  contentRoot: string;
  out: string;
  canStartOver: boolean;
  /** Where a site goes that shall be built anew. */
  aside: Aside;
}

/** A build failed, with what it said. */
export class BuildFailure extends Error {
  override name = 'BuildFailure';
}

/**
 * This project's own site, built again and again. Each build is for an instant a minute after the last one's, as builds
 * are in real life: what depends on the clock must not be what makes a build fast.
 */
export class OwnSite {
  readonly #folders: OwnSiteFolders;
  #now = FIRST_BUILD;

  constructor(folders: OwnSiteFolders) {
    this.#folders = folders;
  }

  /** Whether a project's build can be told to start over; one that cannot starts over every time. */
  static async canStartOver(project: string): Promise<boolean> {
    const { output } = await carryOut('Asking the build for help', buildCall(project, ['--help']));
    return output.includes(START_OVER);
  }

  /** The instant the next build is for. */
  get now(): Date {
    return this.#now;
  }

  /** What a scenario may change. */
  get world(): ScenarioWorld {
    const { project, contentRoot } = this.#folders;
    return { project, contentRoot, now: this.#now };
  }

  /**
   * Builds the site, the search index included, in one process.
   * @throws BuildFailure where it fails
   */
  async build({ startsOver = false } = {}): Promise<BuildRun> {
    const { project, contentRoot, out, canStartOver, aside } = this.#folders;
    const options = ['--content', contentRoot, '--out', out, '--now', isoInstant(this.#now)];
    // Others build into an empty folder too.
    if (startsOver) aside.put(out);
    if (startsOver && canStartOver) options.push(START_OVER);
    this.#now = new Date(this.#now.getTime() + MINUTE_MS);
    const { exitCode, output, ...cost } = await measure(buildCall(project, options));
    if (exitCode !== 0) throw new BuildFailure(`the build failed (exit code ${exitCode ?? 'none'}):\n${output.trim()}`);
    return { steps: [{ name: 'build', ...cost }], ...countOutput(out) };
  }
}

/** As npm starts it, less npm itself. */
function buildCall(project: string, options: readonly string[]) {
  return { file: process.execPath, options: [join(project, 'scripts', 'build.ts'), ...options], cwd: project };
}
