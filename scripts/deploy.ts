import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSite } from '#src/site.ts';
import { builtAt, buildSite } from './deploy/build-site.ts';
import { outlookOf } from './deploy/outlook.ts';
import { publish, rehearse, type Publication } from './deploy/publish.ts';
import { readRecord } from './deploy/record.ts';
import { rollBack } from './deploy/rollback.ts';
import { isOlder, sourceCommit, type SourceCommit } from './deploy/source-commit.ts';
import { currentId, targetAt, tidyTarget, type Target } from './deploy/target.ts';
import { instantOption, numberOption, runCommand, textOption } from './shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { checkContentRoot } from './shared/content-root.ts';
import { takeLock } from '#src/disk/lock.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';

const command = {
  call: 'npm run deploy --',
  summary: 'Builds the site, checks it, and has it served in place of the last one, at once and as a whole.',
  options: {
    to: { type: 'string', value: 'dir:<path>', help: 'where it is published: <path>/current is what a server serves' },
    check: { type: 'boolean', help: 'build and check, and say what would change; publish nothing' },
    rollback: {
      type: 'string',
      value: '<id>',
      isValueOptional: true,
      help: 'serve the release before again, or the one named; builds nothing',
    },
    keep: { type: 'string', value: '<n>', help: 'how many releases stay, the one served among them (default: 10)' },
    'check-all': { type: 'boolean', help: 'check every page and read every file again, not only what is new' },
    'no-carry': {
      type: 'boolean',
      help: 'keep nothing of the last release for readers’ open pages: for what must be gone at once',
    },
    force: {
      type: 'boolean',
      help: 'in spite of an earlier --now, an older commit, links that lead nowhere, or stories withdrawn since',
    },
    built: { type: 'string', value: '<dir>', help: 'publish a site that is built already; asks no newsroom' },
    content: { type: 'string', value: '<dir>', help: 'the newsroom’s folder (default: src/content)' },
    out: { type: 'string', value: '<dir>', help: 'where the site is built (default: dist)' },
    quarantine: { type: 'boolean', help: 'publish everything but the files that have mistakes, and what needs them' },
    site: { type: 'string', value: '<url>', help: 'the site’s address, in place of the configured one' },
    now: { type: 'string', value: '<instant>', help: 'the instant to build for (default: now)' },
  },
} as const;

/** What a newsroom and an instant make, before it is built. */
interface Source {
  /** Undefined where a built site is published and no newsroom was named. */
  contentRoot: string | undefined;
  built: string;
  isBuilt: boolean;
  now: Date;
  commit: SourceCommit | undefined;
}

await runCommand(command, async (values) => {
  // Servers run as somebody else: what is published is for all to read, whatever this user's habits.
  process.umask(0o022);
  const startedAt = performance.now();
  const to = textOption(values, 'to');
  if (to === undefined) throw new UsageError('--to is missing: where to publish, such as --to dir:/srv/news');
  const target = targetAt(to);
  const isForced = values.force === true;
  const isQuarantine = values.quarantine === true;
  const rollbackTo = textOption(values, 'rollback');
  if (rollbackTo !== undefined) {
    if (values.check) throw new UsageError('--check and --rollback: choose one');
    return locked(target, () => rollBack(target, rollbackTo || undefined, isForced));
  }

  const keep = numberOption('keep', textOption(values, 'keep') ?? '10', 1, 1000);
  const origin = parseSite(textOption(values, 'site')).url;
  const run = async () => {
    const source = readSource(values, target);
    if (!isForced) refuseOlder(target, source);
    if (!source.isBuilt) {
      const code = await buildSite(buildOptions(values, source));
      if (code !== 0) {
        console.error('Nothing was published; what is served is as it was.');
        return code;
      }
    }
    const progress = new TerminalProgress();
    if (source.contentRoot !== undefined) progress.stage('Reading the newsroom');
    const publication: Publication = {
      ...source,
      origin,
      outlook:
        source.contentRoot === undefined ? undefined : await outlookOf(source.contentRoot, source.now, isQuarantine),
      keep,
      isCheckingAll: values['check-all'] === true,
      isCarryingNothing: values['no-carry'] === true,
      isForced,
    };
    try {
      return values.check ? rehearse(target, publication, progress) : publish(target, publication, progress);
    } finally {
      progress.end();
    }
  };
  const code = values.check ? await run() : await locked(target, run);
  if (code === 0) console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return code;
});

/** Does a piece of work while nobody else deploys to the target. The lock is for processes of one machine. */
async function locked(target: Target, work: () => number | Promise<number>): Promise<number> {
  const unlock = await takeLock(target.lock, (pid) =>
    console.error(`Another deploy (process ${pid}) is under way to ${target.folder}; this one begins when it ends.`),
  ).catch((error: unknown) => {
    throw refusalOfTheSystem(target, currentId(target), error) ?? error;
  });
  let servedBefore: string | undefined;
  try {
    tidyTarget(target);
    servedBefore = currentId(target);
    return await work();
  } catch (error) {
    tidyAfterFailure(target);
    throw refusalOfTheSystem(target, servedBefore, error) ?? error;
  } finally {
    unlock();
  }
}

/** A full disk is not to stay full of half a release. Where the disk refuses this too, the next deploy does it. */
function tidyAfterFailure(target: Target): void {
  try {
    tidyTarget(target);
  } catch {
    // Told is what went wrong first.
  }
}

/** What the disk or the rights on it refused, as a sentence; undefined where the fault is another. */
function refusalOfTheSystem(target: Target, servedBefore: string | undefined, error: unknown): UsageError | undefined {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  const served = currentId(target);
  const state =
    served === servedBefore
      ? 'Nothing was published; what is served is as it was.'
      : `Release ${served} is served, but what was left to do was not done.`;
  const advice = code === 'ENOSPC' || code === 'EDQUOT' ? ` Make room in ${target.folder} and deploy again.` : '';
  return new UsageError(`${message}. ${state}${advice}`, 1);
}

function readSource(values: Parameters<Parameters<typeof runCommand>[1]>[0], target: Target): Source {
  const value = (name: keyof typeof command.options) => textOption<string>(values, name);
  const builtBefore = value('built');
  const content = value('content');
  const built = resolve(builtBefore ?? value('out') ?? 'dist');
  const apart = [relative(target.folder, built), relative(built, target.folder)].every((path) => path.startsWith('..'));
  if (!apart)
    throw new UsageError(`--to dir:${target.folder}: must not be in the folder that is built, nor the other way round`);
  if (builtBefore !== undefined && !existsSync(join(built, 'index.html'))) {
    throw new UsageError(`--built ${builtBefore}: holds no built site; “npm run build” makes one`);
  }
  const contentRoot =
    builtBefore !== undefined && content === undefined ? undefined : resolve(content ?? 'src/content');
  if (contentRoot !== undefined) checkContentRoot(contentRoot);
  const now = value('now');
  return {
    contentRoot,
    built,
    isBuilt: builtBefore !== undefined,
    now: now !== undefined ? instantOption('now', now) : builtBefore === undefined ? new Date() : builtAt(built),
    commit: contentRoot === undefined ? undefined : sourceCommit(contentRoot),
  };
}

function buildOptions(values: Parameters<typeof readSource>[0], { contentRoot = '', built, now }: Source): string[] {
  const site = textOption<string>(values, 'site');
  return [
    ...['--content', contentRoot, '--out', built, '--now', now.toISOString()],
    ...(site === undefined ? [] : ['--site', site]),
    ...(values.quarantine ? ['--quarantine'] : []),
  ];
}

/**
 * Refuses what would take the site back by accident: a clock that went back, a checkout that is behind.
 * @throws UsageError that names both sides
 */
function refuseOlder(target: Target, { now, commit, contentRoot }: Source): void {
  const id = currentId(target);
  const served = id === undefined ? undefined : readRecord(target, id);
  if (!served) return;
  const advice = 'Nothing was published. --force publishes it all the same.';
  if (now < served.now) {
    throw new UsageError(
      `The site would be of ${now.toISOString()}, but what is served (${id}) is of ${served.now.toISOString()}: is the clock right? ${advice}`,
      1,
    );
  }
  if (commit && served.commit && contentRoot !== undefined && isOlder(contentRoot, commit, served.commit)) {
    throw new UsageError(
      `${contentRoot} is at commit ${commit.id.slice(0, 12)} of ${commit.date}, but what is served (${id}) is of the later ` +
        `commit ${served.commit.id.slice(0, 12)} of ${served.commit.date}: pull first. ${advice}`,
      1,
    );
  }
}
