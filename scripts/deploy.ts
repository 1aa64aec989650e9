import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSite } from '#src/site.ts';
import { takeLock } from '#src/disk/lock.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { builtAt, buildSite } from './deploy/build-site.ts';
import type { expectedSite, ExpectedSite } from './deploy/expected-site.ts';
import { withStatus, type StatusFacts } from './deploy/keep-status.ts';
import { partlyText } from './deploy/publish-summary.ts';
import { withPing } from './deploy/ping-hub.ts';
import { dryRun, publish, type Publication } from './deploy/publish.ts';
import { servedContent } from './deploy/published-content.ts';
import { readRecord } from './deploy/record.ts';
import { withReload } from './deploy/reload-server.ts';
import { rollBack } from './deploy/rollback.ts';
import { tellHub } from './deploy/tell-hub.ts';
import { CACHE_FOLDER } from './shared/cache-folder.ts';
import { isOlder, sourceCommit, type SourceCommit } from './shared/source-commit.ts';
import { currentId, makeFolder, targetAt, tidyTarget, type Target } from './shared/target.ts';
import {
  instantOption,
  languageOption,
  numberOption,
  PARTLY,
  runCommand,
  textOption,
  type Values,
} from './shared/command-line.ts';
import { CONTENT_OPTION, contentRootOption } from './shared/content-root.ts';
import { lastPublished } from './shared/last-published.ts';
import { systemRefusal } from './shared/system-refusal.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';

const command = {
  call: 'npm run deploy --',
  summary:
    'Builds the site, checks it, and switches a web server’s folder to it in one step. Of what has mistakes, readers keep the ' +
    'last published version; it then ends with 3.',
  options: {
    to: { value: 'dir:<path>', help: 'where to publish: a web server serves <path>/current' },
    create: { help: 'make the folder to publish to, if it is not there: for the first publish' },
    check: { help: 'build and check, and report what would change; publish nothing' },
    rollback: {
      value: '<id>',
      isValueOptional: true,
      help: 'switch back to the previous release, or to the one named; builds nothing',
    },
    keep: { value: '<n>', help: 'how many releases to keep, with the one served (default: 10)' },
    'check-all': { help: 'check every page and read every file again, not only what is new' },
    'drop-assets': {
      formerly: 'no-carry',
      help: 'retain nothing of the last release for readers’ open pages: for what must be gone at once',
    },
    force: { help: 'in spite of an earlier --now, an older commit, dead links, or articles withdrawn since' },
    built: { value: '<dir>', help: 'publish a site that is already built; does not read the newsroom' },
    reload: {
      value: '<command>',
      help: 'run this if the web server’s own rules have changed, such as “sudo systemctl reload nginx”',
    },
    'no-ping': {
      help: 'do not tell the hub of feeds: for a site that is uploaded from here later, and told of by --tell-hub',
    },
    'tell-hub': {
      value: '<dir>',
      help: 'tell the hub of the feeds that changed in a site that was uploaded to its host, once the host shows it; no more',
    },
    content: CONTENT_OPTION,
    out: { value: '<dir>', help: 'where the site is built (default: dist)' },
    published: { value: '<commit>', help: 'what readers have seen last, if the target does not know' },
    strict: { help: 'publish nothing if anything has a mistake' },
    summary: { value: '<file>', help: 'add what editors should know to this file, as Markdown' },
    lang: { value: '<en|es>', help: 'the language of mistakes (default: en)' },
    site: { value: '<url>', help: 'the site’s address, instead of the configured one' },
    now: { value: '<instant>', help: 'the instant to build for (default: now)' },
  },
} as const;

/** What to do if a target is missing. */
const FIRST = ' If the path is right and this is the first publish, add --create';

type Options = Values<keyof typeof command.options>;

/** What to publish. */
interface Source {
  /** Undefined if a built site is published and no newsroom was named. */
  contentRoot: string | undefined;
  built: string;
  isBuilt: boolean;
  now: Date;
  commit: SourceCommit | undefined;
}

await runCommand(command, async (values) => {
  // The web server runs as another user, who must be able to read what is published.
  process.umask(0o022);
  const startedAt = performance.now();
  const to = textOption(values, 'to');
  const uploaded = textOption(values, 'tell-hub');
  if (uploaded !== undefined) {
    if (to !== undefined) throw new UsageError('--tell-hub and --to: choose one');
    requireSite('tell-hub', uploaded);
    const site = parseSite(textOption(values, 'site'));
    await tellHub({ folder: resolve(uploaded), site, cacheFolder: CACHE_FOLDER });
    return 0;
  }
  if (to === undefined) throw new UsageError('--to is missing: where to publish, such as --to dir:/srv/news');
  const isForced = values.force === true;
  const isStrict = values.strict === true;
  const language = languageOption(values);
  const summary = textOption(values, 'summary');
  const reload = textOption(values, 'reload');
  const rollbackTo = textOption(values, 'rollback');
  if (rollbackTo !== undefined && values.check) throw new UsageError('--check and --rollback: choose one');
  const target = targetAt(to, values.create === true ? 'is new' : { advice: FIRST });
  const site = parseSite(textOption(values, 'site'));
  const told = values['no-ping'] === true ? { ...site, hub: undefined } : site;
  if (rollbackTo !== undefined) {
    const work = () => rollBack(target, rollbackTo || undefined, isForced);
    return locked(target, () =>
      withStatus({ target, site, language, outcome: 'rolled-back' }, () =>
        withPing(target, told, () => withReload(target, reload, work)),
      ),
    );
  }

  const keep = numberOption('keep', textOption(values, 'keep') ?? '10', 1, 1000);
  const facts: StatusFacts = {};
  const run = async () => {
    const source = readSource(values, target);
    facts.commit = source.commit;
    if (!isForced) refuseOlder(target, source);
    const { contentRoot, now } = source;
    const published =
      contentRoot === undefined ? undefined : (servedContent(target) ?? textOption(values, 'published'));
    const last =
      published === undefined || contentRoot === undefined ? undefined : lastPublished(published, contentRoot);
    const tell = async (isPublished: boolean) => {
      if (summary === undefined || contentRoot === undefined) return;
      const { writeSummary } = await import('./deploy/publish-summary.ts');
      const { faulty, problems } = expected ?? (await readExpected(contentRoot, now, site, { isStrict }));
      writeSummary(summary, { isPublished, faulty, problems }, language);
    };
    let expected: ExpectedSite | undefined;
    if (!source.isBuilt) {
      const code = await buildSite(buildOptions(values, source, published));
      if (code !== 0 && code !== PARTLY) {
        console.error('Nothing was published; the served site is unchanged.');
        await tell(false);
        return code;
      }
    }
    const progress = new TerminalProgress();
    if (contentRoot !== undefined) {
      progress.stage('Reading the newsroom');
      expected = await readExpected(contentRoot, now, site, { isStrict, last });
      facts.expected = expected;
    }
    const publication: Publication = {
      ...source,
      last,
      isStrict,
      origin: site.url,
      expected,
      keep,
      isCheckingAll: values['check-all'] === true,
      isDroppingAssets: values['drop-assets'] === true,
      isForced,
    };
    try {
      const code = values.check ? dryRun(target, publication, progress) : publish(target, publication, progress);
      await tell(code !== 1 && !values.check);
      const faulty = expected?.faulty ?? [];
      if (code === 1 || faulty.length === 0) return code;
      console.error(partlyText(language, faulty, !values.check));
      return PARTLY;
    } finally {
      progress.end();
    }
  };
  const code = values.check
    ? await run()
    : await locked(target, () =>
        withStatus({ target, site, language, outcome: 'published', facts }, () =>
          withPing(target, told, () => withReload(target, reload, run)),
        ),
      );
  if (code !== 1) console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return code;
});

/** Loaded only if needed: reading a newsroom takes half of all the code. */
async function readExpected(...given: Parameters<typeof expectedSite>): Promise<ExpectedSite> {
  const { expectedSite: read } = await import('./deploy/expected-site.ts');
  return read(...given);
}

/** Does a piece of work while no other process of this machine deploys to the target. */
async function locked(target: Target, work: () => number | Promise<number>): Promise<number> {
  let servedBefore = currentId(target);
  let unlock: (() => void) | undefined;
  try {
    makeFolder(target.folder);
    unlock = await takeLock(target.lock, (pid) =>
      console.error(`Another deploy (process ${pid}) to ${target.folder} is running; this one starts when it ends.`),
    );
    tidyTarget(target);
    servedBefore = currentId(target);
    return await work();
  } catch (error) {
    if (unlock) tidyAfterFailure(target);
    throw systemError(target, servedBefore, error) ?? error;
  } finally {
    unlock?.();
  }
}

/** Half a release must not keep a disk full. If the disk refuses this too, the next deploy does it. */
function tidyAfterFailure(target: Target): void {
  try {
    tidyTarget(target);
  } catch {
    // The first failure is the one to report.
  }
}

/** What the operating system refused, as a sentence; undefined if the error is of another kind. */
function systemError(target: Target, servedBefore: string | undefined, error: unknown): UsageError | undefined {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  const refusal = systemRefusal(error) ?? `${message}.`;
  const served = currentId(target);
  const state =
    served === servedBefore
      ? 'Nothing was published; the served site is unchanged.'
      : `Release ${served} is served, but old releases may not have been removed.`;
  return new UsageError(`${refusal} ${state}`, 1);
}

/** @throws UsageError if an option names a folder without a site */
function requireSite(option: string, folder: string): void {
  if (existsSync(join(folder, 'index.html'))) return;
  throw new UsageError(`--${option} ${folder}: holds no built site; “npm run build” makes one`);
}

function readSource(values: Options, target: Target): Source {
  const value = (name: keyof Options) => textOption(values, name);
  const builtBefore = value('built');
  const content = value('content');
  const built = resolve(builtBefore ?? value('out') ?? 'dist');
  const isApart = [relative(target.folder, built), relative(built, target.folder)].every((path) =>
    path.startsWith('..'),
  );
  if (!isApart) throw new UsageError(`--to dir:${target.folder}: must not be inside the built site, nor contain it`);
  if (builtBefore !== undefined) requireSite('built', builtBefore);
  const contentRoot = builtBefore !== undefined && content === undefined ? undefined : contentRootOption(content);
  const now = value('now');
  return {
    contentRoot,
    built,
    isBuilt: builtBefore !== undefined,
    now: now !== undefined ? instantOption('now', now) : builtBefore === undefined ? new Date() : builtAt(built),
    commit: contentRoot === undefined ? undefined : sourceCommit(contentRoot),
  };
}

function buildOptions(values: Options, { contentRoot = '', built, now }: Source, published?: string): string[] {
  const site = textOption(values, 'site');
  return [
    ...['--content', contentRoot, '--out', built, '--now', now.toISOString()],
    ...(site === undefined ? [] : ['--site', site]),
    ...(values.strict ? ['--strict'] : []),
    ...(published === undefined ? [] : ['--published', published]),
    ...['--lang', textOption(values, 'lang') ?? 'en'],
  ];
}

/**
 * Refuses to publish an older state by accident: the clock went back, or the checkout is behind.
 * @throws UsageError that names both sides
 */
function refuseOlder(target: Target, { now, commit, contentRoot }: Source): void {
  const id = currentId(target);
  const served = id === undefined ? undefined : readRecord(target, id);
  if (!served) return;
  const advice = 'Nothing was published. --force publishes it anyway.';
  if (now < served.now) {
    throw new UsageError(
      `This site is for ${now.toISOString()}, but the served one (${id}) is for ${served.now.toISOString()}: is the clock right? ${advice}`,
      1,
    );
  }
  if (commit && served.commit && contentRoot !== undefined && isOlder(contentRoot, commit, served.commit)) {
    throw new UsageError(
      `${contentRoot} is at commit ${commit.id.slice(0, 12)} of ${commit.date}, but the served site (${id}) was built from ` +
        `the later commit ${served.commit.id.slice(0, 12)} of ${served.commit.date}: pull first. ${advice}`,
      1,
    );
  }
}
