import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { entryRoute } from '#src/admin/entry-route.ts';
import { processMark } from '#src/disk/is-running.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import { whatReadersSee } from '#src/reading/describe-faulty.ts';
import { formatWithoutPlace } from '#src/schemas/problem.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { inEachLanguage, noStatus, withRun, type PublishRun, type PublishStatus } from '#src/status/publish-status.ts';
import { statusFeed } from '#src/status/status-feed.ts';
import { statusPage } from '#src/status/status-page.ts';
import { statusWord } from '#src/status/status-words.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { PARTLY } from '../shared/command-line.ts';
import { readStatus, STATUS_FILE, statusFolder } from '../shared/read-status.ts';
import type { ExpectedSite } from './expected-site.ts';
import { readRecord } from './record.ts';
import type { SourceCommit } from '../shared/source-commit.ts';
import { currentId, type Target } from '../shared/target.ts';

/** What a run of a deploy was about, as far as it came. */
export interface StatusFacts {
  commit?: SourceCommit | undefined;
  expected?: ExpectedSite | undefined;
}

/** A publish, or a step back. */
interface ReportedRun {
  target: Target;
  site: PublishStatus['site'];
  /** Of the feed and of reasons; the page is in both. */
  language: Locale;
  /** What it is called if it succeeds. */
  outcome: 'published' | 'rolled-back';
  /** Filled while it runs. */
  facts?: StatusFacts;
}

/** How a run ended. */
interface End extends Pick<PublishRun, 'outcome' | 'reason'> {
  facts: StatusFacts;
  /** The release that readers had when it began. */
  servedBefore: string | undefined;
}

/**
 * Does a piece of work, and writes what became of it where editors can see it. If that cannot be written, the work is done
 * all the same.
 * @param work returns the exit code
 */
export async function withStatus(run: ReportedRun, work: () => number | Promise<number>): Promise<number> {
  const {
    target,
    site: { name, url },
    language,
    facts = {},
  } = run;
  const servedBefore = currentId(target);
  const known = readStatus(target) ?? noStatus({ name, url });
  const write = (status: PublishStatus) => {
    try {
      writeStatus(target, status, language);
    } catch (error) {
      console.error(
        `${statusFolder(target)} cannot be written, so that editors do not see what was published: ${String(error)}`,
      );
    }
  };
  const begun: PublishStatus = {
    ...known,
    site: { name, url },
    running: { since: new Date(), process: processMark() },
  };
  const ends = (outcome: PublishRun['outcome'], reason?: string) =>
    write(endedStatus(target, begun, { outcome, facts, servedBefore, ...(reason !== undefined && { reason }) }));
  write(begun);
  try {
    const code = await work();
    if (code === 1) ends('refused', statusWord(language, 'seeLog'));
    else ends(code === PARTLY ? 'partly' : run.outcome);
    return code;
  } catch (error) {
    ends(error instanceof UsageError ? 'refused' : 'failed', error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/**
 * The status when a run has ended. One that changed nothing, and left out what the one before did, is none of the history: there
 * is one every ten minutes.
 */
function endedStatus(target: Target, { running, ...last }: PublishStatus, end: End): PublishStatus {
  const { outcome, reason, servedBefore, facts } = end;
  const { expected } = facts;
  const served = currentId(target);
  const at = new Date();
  const began = running?.since ?? at;
  const commit = facts.commit && { id: facts.commit.id, author: facts.commit.author, subject: facts.commit.subject };
  const run: PublishRun = { began, at, outcome, ...(commit && { commit }), ...(reason !== undefined && { reason }) };
  if (outcome === 'refused' || outcome === 'failed') {
    const [before] = last.history;
    return before?.outcome === outcome && before.reason === reason ? last : withRun(last, run);
  }
  if (served === undefined) return last;
  const leftOut = expected ? leftOutOf(expected) : last.leftOut;
  const isNew = served !== servedBefore;
  const known = last.live?.release === served ? last.live : undefined;
  const since = isNew ? at : (known?.since ?? readRecord(target, served)?.madeAt ?? at);
  const articles = expected?.published.size ?? known?.articles;
  const about = commit ?? known?.commit;
  const live = {
    release: served,
    since,
    readAt: began,
    checkedAt: at,
    ...(about && { commit: about }),
    ...(articles !== undefined && { articles }),
  };
  const status = { ...last, live, leftOut, ...(expected && { next: nextOf(expected) }) };
  const isNews = isNew || JSON.stringify(leftOut) !== JSON.stringify(last.leftOut);
  if (!isNews) return status;
  return withRun(status, { ...run, release: served, ...(leftOut.length > 0 && { faulty: leftOut.map(firstMistake) }) });
}

function firstMistake({ file, sees, mistakes }: PublishStatus['leftOut'][number]) {
  return { file, mistake: mistakes[0]?.text ?? sees };
}

function leftOutOf({ faulty, problems }: ExpectedSite): PublishStatus['leftOut'] {
  return faulty.map((file) => ({
    file: file.file,
    sees: inEachLanguage((locale) => whatReadersSee(locale, file)),
    mistakes: problems
      .filter((problem) => problem.file === file.file && problem.severity === 'error')
      .map((problem) => ({
        ...(problem.line !== undefined && { line: problem.line }),
        text: inEachLanguage((locale) => formatWithoutPlace(problem, locale)),
      })),
  }));
}

function nextOf({ nextChange, coming }: ExpectedSite): PublishStatus['next'] {
  return { at: nextChange, changes: [...coming] };
}

/** @param locale the language of the feed; the page is in both */
function writeStatus(target: Target, status: PublishStatus, locale: Locale): void {
  const folder = statusFolder(target);
  const spanish = join(folder, 'es');
  if (!existsSync(spanish)) mkdirSync(spanish, { recursive: true });
  const now = new Date();
  const link = (root: string) => (file: string) => {
    const route = entryRoute(file);
    return route && `${root}${route}`;
  };
  writeAtomically(join(folder, STATUS_FILE), `${JSON.stringify(status)}\n`);
  writeAtomically(join(folder, 'index.html'), statusPage('en', status, now, link('../')));
  writeAtomically(join(spanish, 'index.html'), statusPage('es', status, now, link('../../')));
  writeAtomically(join(folder, 'feed.xml'), statusFeed(locale, status));
}
