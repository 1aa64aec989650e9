import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileWriter } from '#src/disk/file-writer.ts';
import { GroupUpdate } from './group-update.ts';
import type { SiteLook } from './check-files.ts';
import type { RecordedGroup } from './recorded-group.ts';
import type { Intent, SiteRecord } from './site-record.ts';

/**
 * A site on its way from one build to the next. Its files come in groups: one is kept as a whole, because it is made from
 * the same and every file of it is still as it was written, or it is opened, and each of its files is kept or put. What is
 * put is in a place beside the site: nothing of the old site is touched meanwhile.
 */
export class SiteUpdate {
  /** Files whose bytes are new. */
  readonly written = new Set<string>();
  readonly #out: string;
  readonly #placeOf: (path: string) => string;
  readonly #writer: FileWriter;
  readonly #last: SiteRecord;
  readonly #leftovers: ReadonlySet<string>;
  readonly #look: SiteLook;
  readonly #kept = new Map<string, RecordedGroup>();
  readonly #opened = new Map<string, GroupUpdate>();
  /** The group of each file that is not in a kept one. */
  readonly #owners = new Map<string, string>();

  /**
   * @param out the folder of the last site
   * @param placeOf where a file of the new site is written, on the same disk
   * @param writer writes what is put
   * @param last what is known of the last site: nothing else is reused
   * @param look what has become of its files since
   */
  constructor(out: string, placeOf: (path: string) => string, writer: FileWriter, last: SiteRecord, look: SiteLook) {
    this.#out = out;
    this.#placeOf = placeOf;
    this.#writer = writer;
    this.#last = last;
    this.#leftovers = new Set(last.leftovers);
    this.#look = look;
  }

  /**
   * Keeps a group of the last site where all of it would be made the same again.
   * @param key what it would be made from; undefined: nobody can say
   * @returns whether it is kept; else it is to be opened
   */
  keepGroup(name: string, key: string | undefined): boolean {
    const last = this.#lastGroup(name);
    if (!last || key === undefined || last.key !== key || this.#look.damaged.has(name)) return false;
    this.#kept.set(name, last);
    return true;
  }

  /**
   * Opens a group, to keep or put each of its files. @param key what all of it is made from, if that can be said
   * @throws Error where it has been opened already: two makers of pages call theirs the same
   */
  open(name: string, key = ''): GroupUpdate {
    if (this.#opened.has(name) || this.#kept.has(name))
      throw new Error(`there are two groups of files named “${name}”`);
    const group = new GroupUpdate(key, this.#lastGroup(name), this.#look.damaged.get(name) ?? new Set(), {
      out: this.#out,
      writer: this.#writer,
      leftovers: this.#leftovers,
      claim: (path) => this.#claim(path, name),
      place: (path) => {
        this.written.add(path);
        return this.#placeOf(path);
      },
    });
    this.#opened.set(name, group);
    return group;
  }

  /** Resolves when more may be put: whoever puts many files waits for it. @throws Error where one could not be written */
  room(): Promise<void> {
    return this.#writer.room();
  }

  /** How many files a group of the new site holds. */
  count(name: string): number {
    return this.#kept.get(name)?.count ?? this.#opened.get(name)?.files.size ?? 0;
  }

  /** The addresses of all pictures that pages of the new site name. */
  pictures(): Set<string> {
    const pictures = new Set<string>();
    for (const group of this.#kept.values()) for (const address of group.pictures) pictures.add(address);
    for (const { files } of this.#opened.values())
      for (const file of files.values()) for (const address of file.pictures ?? []) pictures.add(address);
    return pictures;
  }

  /** Whether the new site has a file. */
  has(path: string): boolean {
    return this.#owners.has(path) || this.#keeperOf(path) !== undefined;
  }

  /**
   * Files of the last site that are not in the new one, and those a killed build may have left; to be asked when all of the
   * new site is kept or put.
   * @throws Error where a file that was put belongs to a group that was kept as well
   */
  removed(): string[] {
    const before = new Set(this.#last.leftovers);
    for (const [name, group] of this.#last.groups)
      if (!this.#kept.has(name)) for (const path of group.files().keys()) before.add(path);
    if (this.#kept.size > 0) this.#refuseTwice(before);
    return [...before].filter((path) => !this.#owners.has(path));
  }

  /** What is about to be done. @param removed the files that will be taken away */
  intent(removed: readonly string[]): Intent {
    const groups = new Map([...this.#opened].map(([name, group]) => [name, group.intended(this.written)]));
    const gone = [...this.#last.groups.keys()].filter((name) => !this.#kept.has(name) && !this.#opened.has(name));
    return { groups, gone, leftovers: removed };
  }

  /** Whether the new site is the last one: nothing is written, and nothing more is known of it than before. */
  isAsLast(): boolean {
    const { groups, leftovers } = this.#last;
    return (
      this.written.size === 0 &&
      leftovers.length === 0 &&
      groups.size === this.#kept.size + this.#opened.size &&
      [...this.#kept].every(([name, group]) => group === groups.get(name)) &&
      [...this.#opened].every(([name, group]) => group.isAs(groups.get(name)))
    );
  }

  /** What is to be known of the new site, with the look of its files where they now are. */
  record(): SiteRecord {
    const opened = [...this.#opened].map(([name, group]) => [name, group.recorded(this.written)] as const);
    return { groups: new Map([...this.#kept, ...opened]), leftovers: [] };
  }

  #lastGroup(name: string): RecordedGroup | undefined {
    const last = this.#last.groups.get(name);
    // Only what the record knows is of the last site: all else in its folder is taken away.
    return last && (this.#look.restamped.get(name) ?? last);
  }

  #claim(path: string, name: string): void {
    const owner = this.#owners.get(path);
    if (owner !== undefined) throw new Error(`${path} is made twice: by ${owner} and by ${name}`);
    this.#owners.set(path, name);
  }

  /** A kept group's file is there, and is none of those that an opened group had before: nearly all need no search. */
  #refuseTwice(before: ReadonlySet<string>): void {
    for (const [path, name] of this.#owners) {
      if (before.has(path) || !existsSync(join(this.#out, path))) continue;
      const keeper = this.#keeperOf(path);
      if (keeper !== undefined) throw new Error(`${path} is made twice: by ${keeper} and by ${name}`);
    }
  }

  #keeperOf(path: string): string | undefined {
    for (const [name, group] of this.#kept) if (group.files().has(path)) return name;
    return undefined;
  }
}
