import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import type { Progress } from '#src/publish/progress.ts';
import { carriedFiles, type LastRelease } from './carried-assets.ts';
import { changesBetween, countChanges, isPage, listChanges } from './changes.ts';
import { checkLinks, namesOthers, type SiteUnderCheck } from './check-links.ts';
import { addressesOf, checkStories, namesAny } from './check-stories.ts';
import { Findings, tellFindings, type Finding } from './findings.ts';
import type { Outlook } from './outlook.ts';
import { readRecord, writeRecord, type CarriedFile, type ReleaseRecord } from './record.ts';
import { siteDigest, siteFiles, type FileDigest } from './site-files.ts';
import type { SourceCommit } from './source-commit.ts';
import {
  currentId,
  nextRelease,
  releaseFolder,
  removeOldReleases,
  switchTo,
  syncFolder,
  writingPath,
  type Target,
} from './target.ts';
import { writeRelease } from './write-release.ts';

/** A built site, and what is to be done with it. */
export interface Publication {
  /** The folder of the built site. */
  built: string;
  /** The instant it was built for. */
  now: Date;
  origin: string;
  commit: SourceCommit | undefined;
  /** Undefined where the newsroom was not asked. */
  outlook: Outlook | undefined;
  /** How many releases stay. */
  keep: number;
  /** Whether every page is checked and every file read again, and not only what is new. */
  isCheckingAll: boolean;
  /** Whether nothing of the last release stays for pages that readers have open. */
  isCarryingNothing: boolean;
  isForced: boolean;
}

/** A site beside what is served. */
interface Comparison {
  last: LastRelease | undefined;
  own: ReadonlyMap<string, FileDigest>;
  carried: ReadonlyMap<string, CarriedFile>;
  /** The two together: what the release is to hold. */
  files: ReadonlyMap<string, FileDigest>;
  digest: string;
  id: string;
  instant: Date;
}

/** Says what publishing a site would change, and whether it would be published; touches nothing. @returns the exit code */
export function rehearse(target: Target, publication: Publication, progress: Progress): number {
  const comparison = compare(target, publication, progress);
  const changes = changesOf(comparison);
  console.log(countChanges(changes));
  for (const line of listChanges(changes)) console.log(line);
  if (!passes(comparison, publication, progress)) {
    console.error('It would not be published.');
    return 1;
  }
  const isSame = isServed(comparison);
  console.log(isSame ? 'It is what is served: nothing would be done.' : 'It would be published. Nothing was touched.');
  return 0;
}

/**
 * Checks a built site, writes it beside the releases there are, and has it served. To be called with the target's lock
 * held and the target tidied.
 * @returns the exit code: 1 where a check failed, and what is served stayed as it was
 * @throws where the disk refuses; what is served stayed as it was
 */
export function publish(target: Target, publication: Publication, progress: Progress): number {
  const comparison = compare(target, publication, progress);
  const { last, own, carried, files, digest, id, instant } = comparison;
  if (!passes(comparison, publication, progress)) {
    console.error('Nothing was published; what is served is as it was.');
    return 1;
  }
  const { now, commit, outlook, built, isCheckingAll, keep } = publication;
  const about = {
    now,
    ...(commit && { commit }),
    ...(outlook && { withheld: reasonsIn(outlook) }),
  };
  if (last && isServed(comparison)) {
    // An older commit than this one must not come after it, though this one changed nothing.
    writeRecord(target, { ...last.record, ...about });
    console.log(`The site is the one that is served (${last.record.id}): nothing to do.`);
    return 0;
  }

  const folder = writingPath(target);
  progress.stage('Writing the release');
  const written = writeRelease({
    folder,
    built,
    files,
    last,
    instant,
    isDoubting: isCheckingAll,
    onFile: (done) => progress.update(done, files.size),
  });
  const record: ReleaseRecord = {
    id,
    madeAt: instant,
    digest,
    files: written.files,
    carried: Object.fromEntries(carried),
    ...about,
  };
  writeRecord(target, record);
  renameSync(folder, releaseFolder(target, id));
  syncFolder(target.releases);
  switchTo(target, id);
  progress.stage('Removing old releases');
  const removed = removeOldReleases(target, keep);
  progress.end();

  const count = (number: number) => number.toLocaleString('en');
  console.log(countChanges(changesOf(comparison)));
  console.log(
    `Files: ${count(own.size)}, and ${count(carried.size)} kept for pages that are open; ` +
      `${count(written.linked)} linked, ${count(written.copied)} written`,
  );
  if (removed.length > 0) console.log(`Old releases removed: ${count(removed.length)}`);
  console.log(`Published: ${target.current} → releases/${id}`);
  return 0;
}

function compare(target: Target, { built, isCarryingNothing }: Publication, progress: Progress): Comparison {
  progress.stage('Reading the built site');
  const own = siteFiles(built, (done) => progress.update(done));
  progress.end();
  if (!own.has('index.html')) throw new UsageError(`${built} holds no built site: it has no index.html`);
  const last = lastRelease(target);
  const digest = siteDigest(own);
  const { id, instant } = nextRelease(target, new Date(), digest);
  const carried = last && !isCarryingNothing ? carriedFiles(last, own, instant) : new Map<string, CarriedFile>();
  const files = new Map(own);
  for (const path of carried.keys()) {
    const file = last?.record.files[path];
    if (file) files.set(path, file);
  }
  return { last, own, carried, files, digest, id, instant };
}

/** The release that is served, where it is whole and known. */
function lastRelease(target: Target): LastRelease | undefined {
  const id = currentId(target);
  if (id === undefined) return undefined;
  const record = readRecord(target, id);
  if (record) return { folder: releaseFolder(target, id), record };
  console.error(`The record of release ${id} cannot be read: every file is written anew and every page checked.`);
  return undefined;
}

function isServed({ last, digest, carried }: Comparison): boolean {
  if (!last || last.record.digest !== digest) return false;
  return Object.keys(last.record.carried).every((path) => carried.has(path));
}

function changesOf({ last, own }: Comparison) {
  const before = Object.entries(last?.record.files ?? {}).filter(([path]) => !(path in (last?.record.carried ?? {})));
  return changesBetween(new Map(before), own);
}

function reasonsIn({ withheld }: Outlook): Record<string, string> {
  return Object.fromEntries([...withheld].map(([address, { reason }]) => [address, reason]));
}

/** Runs every check and tells what is wrong. @returns whether the site may be published */
function passes(comparison: Comparison, publication: Publication, progress: Progress): boolean {
  const findings = check(comparison, publication, progress);
  progress.end();
  if (findings.length === 0) return true;
  console.error(tellFindings(findings));
  if (findings.some(({ isLeak }) => isLeak)) return false;
  if (!publication.isForced) console.error('With --force it is published in spite of links that lead nowhere.');
  return publication.isForced;
}

function check(comparison: Comparison, publication: Publication, progress: Progress): Finding[] {
  const { last, own, files } = comparison;
  const { built, origin, outlook, isCheckingAll } = publication;
  const bytes = (file: string) => readFileSync(join(own.has(file) || !last ? built : last.folder, file));
  const site: SiteUnderCheck = {
    has: (file) => files.has(file),
    bytes,
    read: (file) => bytes(file).toString('utf8'),
    files,
    origin,
    withheld: new Map(Object.entries(outlook ? reasonsIn(outlook) : {})),
  };
  const known = isCheckingAll ? undefined : last?.record.files;
  const fresh = [...own.keys()].filter((file) => known?.[file]?.sha256 !== own.get(file)?.sha256);
  const toCheck = new Set(fresh.filter(namesOthers));
  if (known) for (const file of unchangedWith(site, known, own, files)) toCheck.add(file);
  const findings = new Findings();
  progress.stage('Checking links');
  checkLinks(site, [...toCheck], findings, (done) => progress.update(done, toCheck.size));
  progress.stage('Checking what is withheld');
  checkStories(site, outlook, fresh, findings);
  return findings.all();
}

/** The pages that are as they were, but name something that is no longer there. */
function unchangedWith(
  site: SiteUnderCheck,
  known: ReleaseRecord['files'],
  own: ReadonlyMap<string, FileDigest>,
  files: ReadonlyMap<string, FileDigest>,
): string[] {
  const removed = addressesOf(Object.keys(known).filter((path) => !files.has(path)));
  if (removed.size === 0) return [];
  const unchanged = [...own].filter(([path, { sha256 }]) => isPage(path) && known[path]?.sha256 === sha256);
  return unchanged.map(([path]) => path).filter((path) => namesAny(site.read(path), removed, site.origin));
}
