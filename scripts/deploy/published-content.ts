import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import type { FaultyFile, LastPublished } from '#src/reading/publishable-part.ts';
import { git } from '../shared/git.ts';
import type { PublishedContent } from '../shared/last-published.ts';
import { currentId, releaseIds, type Target } from '../shared/target.ts';
import { readRecord } from './record.ts';

/** The newsroom that a release was made from. */
export interface ReleasedContent {
  contentRoot: string;
  /** The commit that was checked out; undefined if the newsroom is in no git checkout. */
  commit: string | undefined;
  /** All its files, pictures included, within its folder. */
  files: readonly string[];
  /** What readers see of those that have mistakes. */
  faulty: readonly FaultyFile[];
  /** What was published before. */
  last: LastPublished | undefined;
}

const folderOf = ({ folder }: Target) => join(folder, 'content');
const listOf = (target: Target, id: string) => join(folderOf(target), `${id}.json`);

/**
 * Where the content of the release that is served is kept: a file, or a commit.
 * @returns undefined if nothing is served, or nothing is known of what it was made from
 */
export function servedContent(target: Target): string | undefined {
  const id = currentId(target);
  if (id === undefined) return undefined;
  const list = listOf(target, id);
  return existsSync(list) ? list : readRecord(target, id)?.commit?.id;
}

/**
 * Keeps what readers see of a newsroom, beside the releases: a later publish shows it in place of files that have mistakes then.
 * What git has is only named; the other files are copied, each under its SHA-256, so that releases share them.
 */
export function keepContent(target: Target, id: string, content: ReleasedContent): void {
  const { contentRoot, commit, files: all, faulty, last } = content;
  const folder = folderOf(target);
  // There may be drafts among it.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files: PublishedContent['files'] = {};
  const keep = (file: string, bytes: Uint8Array) => {
    const digest = hash('sha256', bytes);
    const path = join(folder, digest);
    if (!existsSync(path)) writeAtomically(path, bytes);
    files[file] = digest;
  };
  const inCommit = commit === undefined ? new Set<string>() : filesAsIn(contentRoot, commit);
  const changed = faulty.filter(({ shown }) => shown !== 'current');
  const known = new Set([...inCommit, ...changed.map(({ file }) => file)]);
  for (const file of all) if (!known.has(file)) keep(file, readFileSync(join(contentRoot, file)));
  for (const { file, shown } of changed) {
    const bytes = shown === 'earlier' ? last?.read(file) : undefined;
    if (bytes) keep(file, bytes);
    else files[file] = null;
  }
  const list: PublishedContent = { ...(commit !== undefined && { commit }), files };
  writeAtomically(listOf(target, id), `${JSON.stringify(list)}\n`);
}

/** Gives a copy of a release the content of its original. */
export function copyContent(target: Target, from: string, to: string): void {
  if (existsSync(listOf(target, from))) copyFileSync(listOf(target, from), listOf(target, to));
}

/** Removes the content of releases that are gone. */
export function removeOldContent(target: Target): void {
  const folder = folderOf(target);
  if (!existsSync(folder)) return;
  const lists = releaseIds(target)
    .map((id) => listOf(target, id))
    .filter((path) => existsSync(path));
  const digests = lists.flatMap((path) => {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as PublishedContent;
    return Object.values(files).map((digest) => join(folder, digest ?? ''));
  });
  const used = new Set([...lists, ...digests]);
  for (const name of readdirSync(folder))
    if (!used.has(join(folder, name))) rmSync(join(folder, name), { force: true });
}

/** The files of a folder that are on disk as they are in a commit. */
function filesAsIn(contentRoot: string, commit: string): Set<string> {
  const list = (options: readonly string[]) => {
    const { isDone, output } = git(contentRoot, options);
    return isDone ? output.toString().split('\0').filter(Boolean) : undefined;
  };
  const committed = list(['ls-tree', '-r', '--name-only', '-z', commit, '--', '.']);
  const changed = list(['diff', '--name-only', '--relative', '-z', commit, '--', '.']);
  if (!committed || !changed) return new Set();
  const isChanged = new Set(changed);
  return new Set(committed.filter((file) => !isChanged.has(file)));
}
