import { takeLock } from '#src/disk/lock.ts';
import type { LastPublished } from '#src/reading/publishable-part.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { BuildContext } from './build-context.ts';
import { resolveLinks } from './output-folder.ts';
import type { Progress } from './progress.ts';
import { buildInputs } from './reuse/build-inputs.ts';
import { startFileCheck } from './reuse/check-files.ts';
import type { Reason } from './reuse/group-update.ts';
import { siteLock, sitePlace } from './reuse/site-record.ts';
import { upToDateReport, type SiteReport } from './reuse/up-to-date.ts';

/** A site to be built. */
export interface BuildOptions {
  context: BuildContext;
  /** Where the site goes; absolute. */
  out: string;
  /** Reuse nothing of an earlier build. */
  isClean?: boolean;
  /** Build nothing if anything has a mistake. Otherwise what has mistakes is left out, or shown as last published. */
  isStrict?: boolean;
  /** What was last published, if it is known. */
  last?: LastPublished | undefined;
  /** Called once the newsroom is read, if anything has a mistake and the rest is built. */
  onFaulty?: (mistakes: Pick<SiteReport, 'faulty' | 'problems'>) => void;
  /** Build though the site is up to date, so that every page can be explained. */
  isForced?: boolean;
  /** Formats a mistake or warning. */
  format: (problem: ContentProblem) => string;
  /** Anything else on which the report depends, such as its language. */
  reportOptions?: readonly unknown[];
  progress: Progress;
  /** Called once with the process id of another build of the same site, for whose end this one waits. */
  onWait?: (pid: number) => void;
  /** The machine's clock, in milliseconds since 1970, which decides whether files' signatures can be trusted. */
  clock?: () => number;
}

/** What a build made. */
export interface BuiltSite {
  report: SiteReport;
  /** Pages that were rendered, by file, and why; the others were reused. */
  rendered: ReadonlyMap<string, Reason>;
  /** Files that were removed. */
  removed: readonly string[];
  /** Whether the site has a file. */
  has: (file: string) => boolean;
  /** Whether there was nothing to do, and nothing was read. */
  isUpToDate?: boolean;
}

/** Nothing was built because of errors: any if that was asked for, else those that no editor can help. */
export interface RefusedBuild {
  problems: readonly ContentProblem[];
}

const NOTHING_RENDERED = {
  rendered: new Map<string, never>(),
  removed: [],
  has: () => true,
  isUpToDate: true,
} as const;

/**
 * Reads the newsroom and makes of the site what is not up to date, beside the last one, which stays whole until everything
 * is made. Waits for another build of the same site; builds of different sites run side by side.
 * @throws UsageError if `out` holds something else
 * @throws Error if anything cannot be made, or files are changed meanwhile; the last site is then as it was
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite | RefusedBuild> {
  const { context, isClean = false, isStrict = false, last, clock = Date.now, progress } = options;
  const place = sitePlace(context.cacheFolder, resolveLinks(options.out));
  const unlock = await takeLock(siteLock(place), options.onWait ?? (() => undefined));
  const fileCheck = startFileCheck(place, clock(), isClean);
  try {
    progress.stage('Looking for changes');
    const inputs = buildInputs(context, clock(), [isStrict, ...(options.reportOptions ?? [])]);
    if (!isClean && !options.isForced) {
      const report = await upToDateReport(place, { ...inputs, last: last?.key }, context.now, fileCheck, clock());
      if (report) return { report, ...NOTHING_RENDERED };
    }
    // What builds is loaded only if there is something to build.
    const { buildChanges } = await import('./build-changes.ts');
    return await buildChanges(options, inputs, fileCheck);
  } finally {
    fileCheck.stop();
    progress.end();
    unlock();
  }
}
