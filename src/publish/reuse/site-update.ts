import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileWriter } from '#src/disk/file-writer.ts';
import type { FileCheck } from './check-files.ts';
import { GroupUpdate, placedKey } from './group-update.ts';
import type { RecordedGroup } from './recorded-group.ts';
import type { Intent, SiteRecord } from './site-record.ts';

/** What a site is updated from. */
export interface SiteUpdateOptions {
  /** The folder of the last site. */
  out: string;
  /** Where a file of the new site is written, on the same disk. */
  placeOf: (path: string) => string;
  writer: FileWriter;
  /** What is known of the last site. */
  last: SiteRecord;
  /** What has become of its files since. */
  check: FileCheck;
  /** Make every file, though it could be reused. */
  isClean?: boolean;
  /** The path of its host below which the site is; '' at the root. */
  below?: string;
}

/**
 * A site on its way from one build to the next. **The rule of reuse:**
 *
 * 1. Every file of a site belongs to one group, and has a key: the digest of all that it is made from.
 * 2. A group has a key of its own, made from all that its files are made from. If the last site has the group with the same
 *    key, and every file of it is as it was written, the group is reused as a whole: its files are not even listed.
 * 3. Otherwise the group is opened, and each of its files is reused if the last site has it with the same key, and it is as
 *    it was written. All others are made.
 * 4. A file that is made with the bytes it had before is not written again.
 * 5. A file is as it was written while its signature is, or else its SHA-256 ({@link file://./check-files.ts}).
 * 6. What the last site's record does not know is not reused. Files that no group of the new site claims are removed.
 * 7. A clean build makes every file: of the last site it uses only rule 4.
 * 8. What is written goes to a place beside the site: until everything is made, nothing of the last site is touched.
 * 9. Where on its host the site is is part of every key, and put into the files when they are written.
 *
 * A key may change too often, which costs time; if it changed too seldom, a page would stay as it was. So whatever a page
 * shows is part of its key, and tests compare every reused page with one that is made anew.
 */
export class SiteUpdate {
  /** Files whose bytes are new. */
  readonly written = new Set<string>();
  readonly #out: string;
  readonly #placeOf: (path: string) => string;
  readonly #writer: FileWriter;
  readonly #last: SiteRecord;
  readonly #leftovers: ReadonlySet<string>;
  readonly #check: FileCheck;
  readonly #isClean: boolean;
  readonly #below: string;
  readonly #reused = new Map<string, RecordedGroup>();
  readonly #opened = new Map<string, GroupUpdate>();
  /** The group of each file that is not in a reused one. */
  readonly #owners = new Map<string, string>();

  constructor({ out, placeOf, writer, last, check, isClean = false, below = '' }: SiteUpdateOptions) {
    this.#out = out;
    this.#placeOf = placeOf;
    this.#writer = writer;
    this.#last = last;
    this.#leftovers = new Set([...last.leftovers, ...check.unknown]);
    this.#check = check;
    this.#isClean = isClean;
    this.#below = below;
  }

  /**
   * Reuses a group of the last site if all of it would be made the same again.
   * @param key what it would be made from; undefined if unknown
   * @param below the path of the host for which it is made; '' if its files are the same anywhere
   * @returns whether it is reused; otherwise it is to be opened
   */
  reuseGroup(name: string, key: string | undefined, below = this.#below): boolean {
    const last = this.#lastGroup(name);
    if (
      this.#isClean ||
      !last ||
      key === undefined ||
      last.key !== placedKey(key, below) ||
      this.#check.damaged.has(name)
    )
      return false;
    this.#reused.set(name, last);
    return true;
  }

  /**
   * Opens a group, to reuse or write each of its files.
   * @param key what all of it is made from, if that is known
   * @param below as for {@link reuseGroup}
   * @throws Error if it is open or reused already: two makers of pages gave theirs the same name
   */
  open(name: string, key = '', below = this.#below): GroupUpdate {
    if (this.#opened.has(name) || this.#reused.has(name))
      throw new Error(`there are two groups of files named “${name}”`);
    const group = new GroupUpdate(
      key && placedKey(key, below),
      this.#lastGroup(name),
      this.#check.damaged.get(name) ?? new Set(),
      {
        out: this.#out,
        writer: this.#writer,
        leftovers: this.#leftovers,
        isClean: this.#isClean,
        below,
        claim: (path) => this.#claim(path, name),
        place: (path) => {
          this.written.add(path);
          return this.#placeOf(path);
        },
      },
    );
    this.#opened.set(name, group);
    return group;
  }

  /** Resolves when more may be written. @throws Error if a file could not be written */
  room(): Promise<void> {
    return this.#writer.room();
  }

  /** How many files a group of the new site has. */
  count(name: string): number {
    return this.#reused.get(name)?.count ?? this.#opened.get(name)?.files.size ?? 0;
  }

  /** The addresses of all pictures that pages of the new site show. */
  pictures(): Set<string> {
    const pictures = new Set<string>();
    for (const group of this.#reused.values()) for (const address of group.pictures) pictures.add(address);
    for (const { files } of this.#opened.values())
      for (const file of files.values()) for (const address of file.pictures ?? []) pictures.add(address);
    return pictures;
  }

  /** Whether the new site has a file. */
  has(path: string): boolean {
    return this.#owners.has(path) || this.#reusedOwner(path) !== undefined;
  }

  /**
   * Files of the last site that are not in the new one, and those that a killed build may have left; to be asked when all
   * of the new site is reused or written.
   * @throws Error if a file that was written belongs to a reused group as well
   */
  removed(): string[] {
    const before = new Set(this.#leftovers);
    for (const [name, group] of this.#last.groups)
      if (!this.#reused.has(name)) for (const path of group.files().keys()) before.add(path);
    if (this.#reused.size > 0) this.#refuseTwice(before);
    return [...before].filter((path) => !this.#owners.has(path));
  }

  /** What is about to be done. @param removed the files that will be removed */
  intent(removed: readonly string[]): Intent {
    const groups = new Map([...this.#opened].map(([name, group]) => [name, group.intended(this.written)]));
    const gone = [...this.#last.groups.keys()].filter((name) => !this.#reused.has(name) && !this.#opened.has(name));
    return { groups, gone, leftovers: removed };
  }

  /** Whether the new site is the last one: nothing is written, and nothing more is known of it than before. */
  isUnchanged(): boolean {
    const { groups } = this.#last;
    return (
      this.written.size === 0 &&
      this.#leftovers.size === 0 &&
      groups.size === this.#reused.size + this.#opened.size &&
      [...this.#reused].every(([name, group]) => group === groups.get(name)) &&
      [...this.#opened].every(([name, group]) => group.isSameAs(groups.get(name)))
    );
  }

  /** What is to be recorded of the new site, with the signatures of its files. @param at the time, in milliseconds */
  record(at: number): SiteRecord {
    const opened = [...this.#opened].map(([name, group]) => [name, group.recorded(this.written, at)] as const);
    return { groups: new Map([...this.#reused, ...opened]), leftovers: [] };
  }

  #lastGroup(name: string): RecordedGroup | undefined {
    const last = this.#last.groups.get(name);
    return last && (this.#check.updated.get(name) ?? last);
  }

  #claim(path: string, name: string): void {
    const owner = this.#owners.get(path);
    if (owner !== undefined) throw new Error(`${path} is made twice: by ${owner} and by ${name}`);
    this.#owners.set(path, name);
  }

  /** A reused group's file is in the site, and no opened group had it before: nearly all files need no search. */
  #refuseTwice(before: ReadonlySet<string>): void {
    for (const [path, name] of this.#owners) {
      if (before.has(path) || !existsSync(join(this.#out, path))) continue;
      const owner = this.#reusedOwner(path);
      if (owner !== undefined) throw new Error(`${path} is made twice: by ${owner} and by ${name}`);
    }
  }

  #reusedOwner(path: string): string | undefined {
    for (const [name, group] of this.#reused) if (group.files().has(path)) return name;
    return undefined;
  }
}
