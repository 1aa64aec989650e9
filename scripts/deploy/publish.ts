import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '#src/publish/progress.ts';
import type { LastPublished } from '#src/reading/publishable-part.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { absoluteUrl, pathBelowHost, sitePath } from '#src/urls.ts';
import { ownUrl, withoutIndex } from '#src/written-urls.ts';
import { PARTLY } from '../shared/command-line.ts';
import { addressOf } from './addresses.ts';
import { changesBetween, countChanges, isPage, listChanges, showNumber } from './changes.ts';
import { checkArticles } from './check-articles.ts';
import { checkLinks, namesOthers, type SiteUnderCheck } from './check-links.ts';
import type { ExpectedSite } from './expected-site.ts';
import { Findings, formatFindings, type Finding } from './findings.ts';
import { keepContent, removeOldContent } from './published-content.ts';
import { readRecord, writeRecord, type ReleaseRecord, type RetainedFile } from './record.ts';
import { retainedFiles, type LastRelease } from './retained-assets.ts';
import { siteDigest, siteFiles, type FileDigest } from './site-files.ts';
import type { SourceCommit } from '../shared/source-commit.ts';
import {
  currentId,
  nextRelease,
  releaseFolder,
  removeOldReleases,
  switchTo,
  syncPath,
  writingPath,
  type Target,
} from '../shared/target.ts';
import { writeRelease } from './write-release.ts';

/** A built site, and how to publish it. */
export interface Publication {
  /** The folder of the built site. */
  built: string;
  /** The instant for which it was built. */
  now: Date;
  origin: string;
  commit: SourceCommit | undefined;
  /** Undefined if no newsroom was named. */
  contentRoot: string | undefined;
  /** What was published before, if it is known. */
  last: LastPublished | undefined;
  /** Undefined if the newsroom was not read. */
  expected: ExpectedSite | undefined;
  /** How many releases to keep. */
  keep: number;
  /** Whether to check every page and read every file again, and not only what is new. */
  isCheckingAll: boolean;
  /** Whether to retain nothing of the last release for pages that readers have open. */
  isDroppingAssets: boolean;
  isForced: boolean;
  /** Whether a dead link that an editor wrote keeps the site from being published. */
  isStrict: boolean;
}

/** A site compared with the one that is served. */
interface Comparison {
  last: LastRelease | undefined;
  own: ReadonlyMap<string, FileDigest>;
  retained: ReadonlyMap<string, RetainedFile>;
  /** Both together: the content of the release. */
  files: ReadonlyMap<string, FileDigest>;
  digest: string;
  id: string;
  instant: Date;
}

/** Reports what publishing a site would change, and whether it would be published; changes nothing. @returns the exit code, as {@link publish} */
export function dryRun(target: Target, publication: Publication, progress: Progress): number {
  const comparison = compare(target, publication, progress);
  const changes = changesOf(comparison);
  for (const line of [countChanges(changes), ...listChanges(changes)]) console.log(line);
  const code = checked(comparison, publication, progress);
  if (code === 1) console.error('It would not be published.');
  else if (isServed(comparison)) console.log('This site is already served: there would be nothing to do.');
  else console.log('It would be published. Nothing was changed.');
  return code;
}

/**
 * Checks a built site, writes it as a new release, and switches to it. The caller holds the target's lock and has tidied
 * the target.
 * @returns the exit code: 1 if a check failed; then the old release is still served. 3 if it found mistakes that hold nothing back
 * @throws if the disk refuses; then the old release is still served
 */
export function publish(target: Target, publication: Publication, progress: Progress): number {
  const comparison = compare(target, publication, progress);
  const { last, own, retained, files, digest, id, instant } = comparison;
  const code = checked(comparison, publication, progress);
  if (code === 1) {
    console.error('Nothing was published; the served site is unchanged.');
    return code;
  }
  const { now, commit, contentRoot, last: published, expected, built, isCheckingAll, keep } = publication;
  const about = { now, ...(commit && { commit }), ...(expected && { withheld: reasonsIn(expected) }) };
  const keepContentOf = (release: string) => {
    if (contentRoot === undefined || !expected) return;
    const { files: all, faulty } = expected;
    keepContent(target, release, { contentRoot, commit: commit?.id, files: all, faulty, last: published });
  };
  if (last && isServed(comparison)) {
    keepContentOf(last.record.id);
    // A later deploy must not go back behind this instant and commit, although they changed nothing.
    writeRecord(target, { ...last.record, ...about });
    console.log(`This site is already served (${last.record.id}): there is nothing to do.`);
    return code;
  }

  const folder = writingPath(target);
  progress.stage('Writing the release');
  const written = writeRelease({
    folder,
    built,
    files,
    last,
    instant,
    isRereading: isCheckingAll,
    onFile: (done) => progress.update(done, files.size),
  });
  const release = { id, madeAt: instant, digest, files: written.files, retained: Object.fromEntries(retained) };
  keepContentOf(id);
  writeRecord(target, { ...release, ...about });
  renameSync(folder, releaseFolder(target, id));
  syncPath(target.releases);
  switchTo(target, id);
  progress.stage('Removing old releases');
  const removed = removeOldReleases(target, keep);
  removeOldContent(target);
  progress.end();

  console.log(countChanges(changesOf(comparison)));
  console.log(
    `Files: ${showNumber(own.size)}, and ${showNumber(retained.size)} retained for open pages; ` +
      `${showNumber(written.linked)} linked, ${showNumber(written.copied)} written`,
  );
  if (removed.length > 0) console.log(`Old releases removed: ${showNumber(removed.length)}`);
  console.log(`Published: ${target.current} → releases/${id}`);
  return code;
}

function compare(target: Target, { built, isDroppingAssets }: Publication, progress: Progress): Comparison {
  progress.stage('Reading the built site');
  const own = siteFiles(built, (done) => progress.update(done));
  progress.end();
  if (!own.has('index.html')) throw new UsageError(`${built} holds no built site: it has no index.html`);
  const last = lastRelease(target);
  const digest = siteDigest(own);
  const { id, instant } = nextRelease(target, new Date(), digest);
  const retained = last && !isDroppingAssets ? retainedFiles(last, own, instant) : new Map<string, RetainedFile>();
  const files = new Map(own);
  for (const path of retained.keys()) {
    const file = last?.record.files[path];
    if (file) files.set(path, file);
  }
  return { last, own, retained, files, digest, id, instant };
}

/** The release that is served; undefined if there is none, or its record cannot be read. */
function lastRelease(target: Target): LastRelease | undefined {
  const id = currentId(target);
  if (id === undefined) return undefined;
  const record = readRecord(target, id);
  if (record) return { folder: releaseFolder(target, id), record };
  console.error(`The record of release ${id} cannot be read: all files are written again, and all pages checked.`);
  return undefined;
}

function isServed({ last, digest, retained }: Comparison): boolean {
  return last?.record.digest === digest && Object.keys(last.record.retained).every((path) => retained.has(path));
}

function changesOf({ last, own }: Comparison) {
  const { files = {}, retained = {} } = last?.record ?? {};
  return changesBetween(new Map(Object.entries(files).filter(([path]) => !(path in retained))), own);
}

function reasonsIn({ withheld }: ExpectedSite): Record<string, string> {
  return Object.fromEntries([...withheld].map(([address, { reason }]) => [address, reason]));
}

/** Runs every check and reports the mistakes. @returns the exit code, as {@link publish} */
function checked(comparison: Comparison, publication: Publication, progress: Progress): 0 | 1 | typeof PARTLY {
  const findings = check(comparison, publication, progress);
  progress.end();
  if (findings.length === 0) return 0;
  console.error(formatFindings(findings));
  if (findings.some(({ isLeak }) => isLeak)) return 1;
  if (publication.isForced) return 0;
  // A newspaper that does not come out because of a dead link is worse than the link. Any other mistake is one of the site's.
  if (!publication.isStrict && findings.every(({ file }) => file.endsWith('.md'))) return PARTLY;
  console.error('--force publishes the site in spite of these mistakes.');
  return 1;
}

function check(comparison: Comparison, publication: Publication, progress: Progress): Finding[] {
  const { last, own, files } = comparison;
  const { built, origin, expected, isCheckingAll } = publication;
  const bytes = (file: string) => readFileSync(join(own.has(file) || !last ? built : last.folder, file));
  const site: SiteUnderCheck = {
    has: (file) => files.has(file),
    bytes,
    read: (file) => bytes(file).toString('utf8'),
    files,
    origin,
    withheld: new Map(Object.entries(expected ? reasonsIn(expected) : {})),
    findWritten: expected?.findWritten,
  };
  const known = isCheckingAll ? undefined : last?.record.files;
  const fresh = [...own.keys()].filter((file) => known?.[file]?.sha256 !== own.get(file)?.sha256);
  const toCheck = new Set(fresh.filter(namesOthers));
  if (known) for (const file of unchangedNamingRemoved(site, known, own)) toCheck.add(file);
  const findings = new Findings();
  progress.stage('Checking links');
  checkLinks(site, [...toCheck], findings, (done) => progress.update(done, toCheck.size));
  progress.stage('Checking articles');
  checkArticles(site, expected, fresh, findings);
  if (expected) checkLeftOut(expected, findings);
  return findings.all();
}

/** So many articles are not lost by editors' mistakes, but by a rule that changed, or by an accident. */
const MOST_LEFT_OUT = 10;
const MOST_LEFT_OUT_SHARE = 0.1;

/** Readers must not lose much of what they could read because of mistakes in its files. */
function checkLeftOut({ faulty, published }: ExpectedSite, findings: Findings): void {
  const lost = faulty.filter(({ file, why }) => file.startsWith('articles/') && (why === 'unfit' || why === 'unknown'));
  const all = published.size + lost.length;
  if (lost.length <= MOST_LEFT_OUT || lost.length <= all * MOST_LEFT_OUT_SHARE) return;
  findings.add({
    file: 'articles/',
    reason: `has ${showNumber(lost.length)} of ${showNumber(all)} articles with mistakes, of which readers would see nothing`,
    remedy: 'correct what “npm run lint:content” reports',
  });
}

/** The pages that have not changed, but name a file that is no longer there. */
function unchangedNamingRemoved(
  site: SiteUnderCheck,
  known: ReleaseRecord['files'],
  own: ReadonlyMap<string, FileDigest>,
): string[] {
  const removed = new Set(Object.keys(known).flatMap((path) => (site.has(path) ? [] : [addressOf(path)])));
  if (removed.size === 0) return [];
  const below = pathBelowHost(site.origin);
  const isNaming = (file: string) => {
    const from = absoluteUrl(site.origin, addressOf(file));
    return [...site.read(file).matchAll(/\s(?:href|src|action)=["']([^"'#?]+)/g)].some(([, address = '']) => {
      // Templates write paths: of millions of addresses, only an editor's few others need to be parsed.
      const path = /^\/(?!\/)/.test(address)
        ? sitePath(below, address)
        : ownUrl(address, from, [site.origin])?.pathname;
      return path !== undefined && removed.has(withoutIndex(path));
    });
  };
  return [...own].flatMap(([path, { sha256 }]) =>
    isPage(path) && known[path]?.sha256 === sha256 && isNaming(path) ? [path] : [],
  );
}
