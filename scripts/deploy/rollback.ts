import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import { addressOf, articleAddressesIn, fileAt, replacementAt } from './addresses.ts';
import { firstOf, showNumber } from './changes.ts';
import { pageReferences } from './page-references.ts';
import { copyContent } from './published-content.ts';
import { readRecord, writeRecord, type RecordedFile, type ReleaseRecord } from './record.ts';
import { indexedArticleUrl, isIndexedArticle, pictureOf, picturesNamedIn, picturesOf } from './retained-assets.ts';
import { filePaths } from './site-files.ts';
import {
  currentId,
  releaseFolder,
  releaseIds,
  switchTo,
  syncPath,
  writingPath,
  type Target,
} from '../shared/target.ts';
import { syncRelease } from './write-release.ts';

/** The end of the ids of copies that a rollback made. */
const COPY = /-again\d*$/;

/**
 * Switches back to an earlier release: one rename, without building or reading anything.
 *
 * An article that was public then and is no longer (withdrawn, expired, a draft again, removed) must not come back. Its
 * page could be left out, but the lists, feeds, sitemap and search of that time name it too. So such a rollback is refused;
 * the way back is to publish the newsroom as it was without those articles. `isForced` copies the release without the
 * articles' pages, pictures and search texts, reports which files still name them, and switches to the copy.
 * @param wanted the id of a release; undefined for the previous one
 * @returns the exit code: 1 if it was refused
 */
export function rollBack(target: Target, wanted: string | undefined, isForced: boolean): number {
  const id = releaseToServe(target, wanted);
  if (id === currentId(target)) {
    console.log(`Release ${id} is already served: there is nothing to do.`);
    return 0;
  }
  // What a copy lacks was withdrawn before it was made.
  const latest = releaseIds(target).findLast((known) => !COPY.test(known)) ?? id;
  const gone = goneArticles(target, id, latest);
  if (gone.length > 0) console.error(describeGone(target, id, latest, gone));
  if (gone.length > 0 && !isForced) {
    console.error(
      'Nothing was changed. Correct the newsroom and publish it with “npm run deploy”; or use --force to serve a copy of ' +
        'that release without these articles’ pages, pictures and search texts, although other files still name them.',
    );
    return 1;
  }
  const release = gone.length === 0 ? id : copyWithout(target, id, latest, gone);
  switchTo(target, release);
  console.log(`Rolled back: ${target.current} → releases/${release}`);
  return 0;
}

function releaseToServe(target: Target, wanted: string | undefined): string {
  const ids = releaseIds(target);
  const served = currentId(target);
  if (wanted !== undefined) {
    if (ids.includes(wanted)) return wanted;
    throw new UsageError(`--rollback ${wanted}: there is no such release; there are ${ids.join(', ') || 'none'}`);
  }
  // The release before a copy is the one before its original.
  const original = served?.replace(COPY, '');
  const before = ids.findLast((id) => original !== undefined && id < original);
  if (before !== undefined) return before;
  throw new UsageError(`--rollback: there is no release before ${served ?? 'the first'} in ${target.releases}`, 1);
}

/**
 * The articles of a release that readers must no longer see. A page that is the same file in both releases is not read.
 *
 * A tombstone is not the article. A redirect is as good as the article, which has a new address, unless the newsroom
 * withholds the article of that address: then another article took its place.
 * @param latest the release that shows what is public now
 */
function goneArticles(target: Target, id: string, latest: string): string[] {
  const [then, now] = [releaseFolder(target, id), releaseFolder(target, latest)];
  let withheld: Readonly<Record<string, string>> | undefined;
  return articleAddressesIn(then).filter((address) => {
    const [before, after] = [join(then, fileAt(address)), join(now, fileAt(address))];
    if (existsSync(after)) {
      if (lstatSync(after).ino === lstatSync(before).ino) return false;
      const replacement = replacementAt(after);
      withheld ??= readRecord(target, latest)?.withheld ?? {};
      if (replacement === undefined || (replacement === 'redirect' && !(address in withheld))) return false;
    }
    return replacementAt(before) === undefined;
  });
}

function describeGone(target: Target, id: string, latest: string, gone: readonly string[]): string {
  const reasons = readRecord(target, latest)?.withheld ?? {};
  const naming = filesNaming(releaseFolder(target, id), gone);
  const lines = (items: readonly string[]) => firstOf(items).map((item) => `  ${item}`);
  return [
    `Release ${id} has ${gone.length === 1 ? 'an article' : `${gone.length} articles`} that readers must no longer see:`,
    ...lines(gone.map((address) => `${address}  ${reasons[address] ?? 'no longer in the newsroom'}`)),
    `Besides their own pages, ${showNumber(naming.length)} of its files name them:`,
    ...lines(naming),
  ].join('\n');
}

/** The files that name these articles, other than their own pages and search texts. */
function filesNaming(site: string, addresses: readonly string[]): string[] {
  const own = new Set(addresses.map(fileAt));
  return filePaths(site).filter((path) => {
    if (own.has(path) || !/\.(?:html|xml|json|txt|ics|csv)$/.test(path)) return false;
    const text = readFileSync(join(site, path), 'latin1');
    return addresses.some((address) => text.includes(address));
  });
}

/**
 * Links a release once more without the articles that are gone. If the latest release has the tombstone of one, the copy
 * gets it, with the files that it needs. @returns the copy's id
 */
function copyWithout(target: Target, id: string, latest: string, gone: readonly string[]): string {
  const from = { folder: releaseFolder(target, id), record: readRecord(target, id) };
  const newest = { folder: releaseFolder(target, latest), record: readRecord(target, latest) };
  const isGone = new Set(gone);
  const pictures = new Set(
    gone.flatMap((address) => picturesNamedIn(readFileSync(join(from.folder, fileAt(address)), 'latin1'))),
  );
  // A picture that the latest release shows may stay.
  for (const picture of picturesOf(filePaths(newest.folder))) pictures.delete(picture);
  const isLeftOut = (path: string) =>
    isGone.has(addressOf(path)) ||
    pictures.has(pictureOf(path) ?? '') ||
    (isIndexedArticle(path) && isGone.has(indexedArticleUrl(readFileSync(join(from.folder, path))) ?? ''));

  const folder = writingPath(target);
  const files: Record<string, RecordedFile> = {};
  const link = (path: string, { folder: of, record }: typeof from) => {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    linkSync(join(of, path), to);
    const { ino, mtimeMs } = lstatSync(to);
    const known = record?.files[path];
    if (known) files[path] = { ...known, inode: ino, mtime: mtimeMs };
  };
  for (const path of filePaths(from.folder)) if (!isLeftOut(path)) link(path, from);
  for (const path of tombstoneFiles(newest.folder, gone)) if (!existsSync(join(folder, path))) link(path, newest);
  syncRelease(folder);
  const copy = copyId(target, id);
  copyContent(target, id, copy);
  writeRecord(target, recordOfCopy(from.record, copy, id, files));
  renameSync(folder, releaseFolder(target, copy));
  syncPath(target.releases);
  return copy;
}

/** The tombstones of articles in a site, and the styles, scripts and fonts that they name. */
function tombstoneFiles(site: string, addresses: readonly string[]): string[] {
  const pages = addresses.map(fileAt).filter((path) => replacementAt(join(site, path)) === 'tombstone');
  const named = pages.flatMap((path) => pageReferences(readFileSync(join(site, path), 'utf8')).references);
  const assets = named
    .map(({ address }) => address.slice(1))
    .filter((path) => /\.(?:css|m?js|svg|png|woff2?)$/.test(path));
  return [...pages, ...new Set(assets)].filter((path) => existsSync(join(site, path)));
}

function copyId(target: Target, id: string): string {
  const ids = releaseIds(target);
  const base = `${id.replace(COPY, '')}-again`;
  let copy = base;
  for (let number = 2; ids.includes(copy); number += 1) copy = `${base}${number}`;
  return copy;
}

function recordOfCopy(
  record: ReleaseRecord | undefined,
  id: string,
  copyOf: string,
  files: Record<string, RecordedFile>,
): ReleaseRecord {
  const retained = Object.entries(record?.retained ?? {}).filter(([path]) => path in files);
  return {
    ...(record ?? { madeAt: new Date(), now: new Date(0) }),
    id,
    copyOf,
    // No build makes a site that lacks pages: without a digest, the next deploy writes its own.
    digest: '',
    files,
    retained: Object.fromEntries(retained),
  };
}
