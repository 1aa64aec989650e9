import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import { addressOf, fileAt, storyAddressesIn } from './addresses.ts';
import { fragmentUrl, picturesNamedIn, picturesOf, pictureOf } from './carried-assets.ts';
import { readRecord, writeRecord, type RecordedFile, type ReleaseRecord } from './record.ts';
import { pageReferences } from './page-references.ts';
import { filePaths } from './site-files.ts';
import { standInAt } from './stand-ins.ts';
import { currentId, releaseFolder, releaseIds, switchTo, syncFolder, writingPath, type Target } from './target.ts';
import { settle } from './write-release.ts';

const SHOWN = 20;

/** A copy that a rollback made; what it lacks was withdrawn before and is no news. */
const isCopy = (id: string) => id.includes('-again');

/**
 * Has an earlier release served again: one rename, nothing is built or read.
 *
 * A story that was public then and is no longer (withdrawn, expired, a draft once more, removed) must not come back. Its
 * page is easily left out; but lists, feeds, sitemap and search of that time name it too, and cannot be told apart from
 * what is right in them. So such a rollback is refused: what was withdrawn stays withdrawn, and the way back is to publish
 * the newsroom as it was without those stories. `isForced` makes a copy of the release without the stories' pages,
 * pictures and texts in the search, says which files still name them, and has that served.
 * @param wanted the id of a release; undefined for the one before
 * @returns the exit code: 1 where it was refused
 */
export function rollBack(target: Target, wanted: string | undefined, isForced: boolean): number {
  const id = releaseToServe(target, wanted);
  if (id === currentId(target)) {
    console.log(`Release ${id} is served already: nothing to do.`);
    return 0;
  }
  const latest = releaseIds(target).findLast((known) => !isCopy(known)) ?? id;
  const gone = storiesGone(target, id, latest);
  if (gone.length === 0) {
    switchTo(target, id);
    console.log(`Served again: ${target.current} → releases/${id}`);
    return 0;
  }

  console.error(tellGone(target, id, latest, gone));
  if (!isForced) {
    console.error(
      'Nothing was changed. Mend the newsroom and run “npm run deploy” to publish it again; or, with --force, serve a copy ' +
        'of that release without these stories’ pages, pictures and search texts, though other files still name them.',
    );
    return 1;
  }
  const copy = copyWithout(target, id, latest, gone);
  switchTo(target, copy);
  console.log(`Served again: ${target.current} → releases/${copy}`);
  return 0;
}

function releaseToServe(target: Target, wanted: string | undefined): string {
  const ids = releaseIds(target);
  const served = currentId(target);
  if (wanted !== undefined) {
    if (ids.includes(wanted)) return wanted;
    throw new UsageError(`--rollback ${wanted}: there is no such release; there are ${ids.join(', ') || 'none'}`);
  }
  // Before a copy is what was before its original.
  const original = served?.replace(/-again\d*$/, '');
  const before = ids.findLast((id) => original !== undefined && id < original);
  if (before !== undefined) return before;
  throw new UsageError(`--rollback: there is no release before ${served ?? 'the first'} in ${target.releases}`, 1);
}

/**
 * The stories of a release that the latest does not have. A page that is one file in both is not read, and no other unless
 * it is at the same address in both.
 *
 * The notice of a withdrawn story is not the story. A page that leads on is as good as the story, which has another address
 * since, unless the newsroom withholds what had that one: then another story took its place.
 */
function storiesGone(target: Target, id: string, latest: string): string[] {
  const [then, now] = [releaseFolder(target, id), releaseFolder(target, latest)];
  let withheld: Readonly<Record<string, string>> | undefined;
  return storyAddressesIn(then).filter((address) => {
    const [was, is] = [join(then, fileAt(address)), join(now, fileAt(address))];
    if (existsSync(is)) {
      if (lstatSync(is).ino === lstatSync(was).ino) return false;
      const standIn = standInAt(is);
      if (standIn === undefined) return false;
      if (standIn === 'redirect' && !(address in (withheld ??= readRecord(target, latest)?.withheld ?? {})))
        return false;
    }
    return standInAt(was) === undefined;
  });
}

function tellGone(target: Target, id: string, latest: string, gone: readonly string[]): string {
  const reasons = readRecord(target, latest)?.withheld ?? {};
  const naming = filesNaming(releaseFolder(target, id), gone);
  const stories = gone
    .slice(0, SHOWN)
    .map((address) => `  ${address}  ${reasons[address] ?? 'no longer in the newsroom'}`);
  return [
    `Release ${id} has ${gone.length === 1 ? 'a story' : `${gone.length} stories`} that readers may no longer see:`,
    ...stories,
    ...(gone.length > SHOWN ? [`  … and ${gone.length - SHOWN} more`] : []),
    `Besides their own pages, ${naming.length.toLocaleString('en')} files of it name them:`,
    ...naming.slice(0, SHOWN).map((path) => `  ${path}`),
    ...(naming.length > SHOWN ? [`  … and ${(naming.length - SHOWN).toLocaleString('en')} more`] : []),
  ].join('\n');
}

/** The files, other than the stories' own pages and texts in the search, in which their addresses stand. */
function filesNaming(site: string, addresses: readonly string[]): string[] {
  const own = new Set(addresses.map(fileAt));
  return filePaths(site).filter((path) => {
    if (own.has(path) || !/\.(?:html|xml|json|txt|ics|csv)$/.test(path)) return false;
    const text = readFileSync(join(site, path), 'latin1');
    return addresses.some((address) => text.includes(address));
  });
}

/**
 * Links a release once more, without what is of the stories that are gone; where the latest has the notice of one, that
 * stands in its place, with what it needs to be shown. @returns the copy's id
 */
function copyWithout(target: Target, id: string, latest: string, gone: readonly string[]): string {
  const from = releaseFolder(target, id);
  const isGone = new Set(gone);
  const pictures = new Set(
    gone.flatMap((address) => picturesNamedIn(readFileSync(join(from, fileAt(address)), 'latin1'))),
  );
  // A picture that the latest release shows is no secret.
  for (const picture of picturesOf(filePaths(releaseFolder(target, latest)))) pictures.delete(picture);
  const isLeftOut = (path: string) =>
    isGone.has(addressOf(path)) ||
    pictures.has(pictureOf(path) ?? '') ||
    (path.endsWith('.pf_fragment') && isGone.has(fragmentUrl(readFileSync(join(from, path))) ?? ''));

  const folder = writingPath(target);
  const record = readRecord(target, id);
  const files: Record<string, RecordedFile> = {};
  const made = new Set<string>();
  const link = (path: string, of: string, known: RecordedFile | undefined) => {
    const to = join(folder, path);
    if (!made.has(dirname(to))) made.add(mkdirSync(dirname(to), { recursive: true }) ?? dirname(to));
    linkSync(join(of, path), to);
    const { ino, mtimeMs } = lstatSync(to);
    if (known) files[path] = { ...known, inode: ino, mtime: mtimeMs };
  };
  for (const path of filePaths(from).filter((candidate) => !isLeftOut(candidate)))
    link(path, from, record?.files[path]);
  const noticesFrom = releaseFolder(target, latest);
  const noticesRecord = readRecord(target, latest);
  for (const path of noticeFiles(noticesFrom, gone))
    if (!existsSync(join(folder, path))) link(path, noticesFrom, noticesRecord?.files[path]);
  settle(folder, [], []);
  const copy = copyId(target, id);
  writeRecord(target, recordOfCopy(record, copy, id, files));
  renameSync(folder, releaseFolder(target, copy));
  syncFolder(target.releases);
  return copy;
}

/** The notices of stories in a site, and the styles, scripts and fonts that these name. */
function noticeFiles(site: string, addresses: readonly string[]): string[] {
  const pages = addresses.map(fileAt).filter((path) => standInAt(join(site, path)) === 'notice');
  const named = pages.flatMap((path) => pageReferences(readFileSync(join(site, path), 'utf8')).references);
  const assets = named
    .map(({ address }) => address.slice(1))
    .filter((path) => /\.(?:css|m?js|svg|png|woff2?)$/.test(path));
  return [...pages, ...new Set(assets)].filter((path) => existsSync(join(site, path)));
}

function copyId(target: Target, id: string): string {
  const ids = releaseIds(target);
  const base = `${id.replace(/-again\d*$/, '')}-again`;
  if (!ids.includes(base)) return base;
  let number = 2;
  while (ids.includes(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

function recordOfCopy(
  record: ReleaseRecord | undefined,
  id: string,
  copyOf: string,
  files: Record<string, RecordedFile>,
): ReleaseRecord {
  const carried = Object.entries(record?.carried ?? {}).filter(([path]) => path in files);
  return {
    // A site that lacks pages is no build's: the digest of none makes the next deploy write its own.
    ...(record ?? { madeAt: new Date(), now: new Date(0) }),
    id,
    copyOf,
    digest: '',
    files,
    carried: Object.fromEntries(carried),
  };
}
