import { hash } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileStamp, isProof } from '#src/disk/file-signature.ts';
import type { FileWriter } from '#src/disk/file-writer.ts';
import { RecordedGroup, type SiteFile, type SiteFiles } from './recorded-group.ts';
import { isAsRecorded } from './site-record.ts';

/** Why a file was made. */
export type Reason = 'new' | 'changed' | 'templates' | 'damaged' | 'unkeyed';

/** The site that a group's files are of. */
export interface GroupSite {
  /** The folder of the last site. */
  out: string;
  writer: FileWriter;
  /** Files that may be there, and of which nothing is known. */
  leftovers: ReadonlySet<string>;
  /** Says that a file of the new site is this group's. @throws Error where it is another's */
  claim: (path: string) => void;
  /** Where a file that is new is written. */
  place: (path: string) => string;
}

/** A group of files on its way from one build to the next: each is kept where it is, or put. */
export class GroupUpdate {
  /** Its files in the new site. */
  readonly files = new Map<string, SiteFile>();
  readonly #key: string;
  readonly #last: SiteFiles;
  readonly #damaged: ReadonlySet<string>;
  readonly #site: GroupSite;
  /** Files that are known not to be kept, and are still to be put. */
  readonly #wanted = new Set<string>();

  /**
   * @param key what all of it is made from; '' where nobody can say
   * @param last what is known of the group in the last site
   * @param damaged the files of that which are not as they were written
   */
  constructor(key: string, last: RecordedGroup | undefined, damaged: ReadonlySet<string>, site: GroupSite) {
    this.#key = key;
    this.#last = last?.files() ?? new Map<string, SiteFile>();
    this.#damaged = damaged;
    this.#site = site;
  }

  /**
   * Keeps a file of the last site where it would be made the same again.
   * @param key what it would be made from; undefined: nobody can say
   * @returns undefined where it is kept, else why it must be made
   * @throws Error where another group makes the same file
   */
  keep(path: string, key: string | undefined): Reason | undefined {
    this.#site.claim(path);
    const last = this.#last.get(path);
    const reason = last ? this.#reasonToMake(path, last, key) : 'new';
    if (last && !reason) this.files.set(path, last);
    else this.#wanted.add(path);
    return reason;
  }

  #reasonToMake(path: string, last: SiteFile, key: string | undefined): Reason | undefined {
    if (key === undefined) return 'unkeyed';
    if (last.key !== key) return templatesOf(last.key) === templatesOf(key) ? 'changed' : 'templates';
    return this.#damaged.has(path) ? 'damaged' : undefined;
  }

  /**
   * Puts a file that was made. One with the bytes it had before stays where it is, and with it its place on disk.
   * @param bytes given away, as the writer says
   * @throws Error where another group makes the same file
   */
  put(path: string, key: string, bytes: Uint8Array, pictures: readonly string[] = []): void {
    if (!this.#wanted.delete(path)) this.#site.claim(path);
    const digest = hash('sha256', bytes);
    const isSame = this.#isSame(path, digest);
    if (!isSame) this.#site.writer.write(this.#site.place(path), bytes);
    this.#note(path, isSame, { key, digest, ...(pictures.length > 0 && { pictures }) });
  }

  /**
   * Puts a file that is elsewhere on the same disk, and takes it from there.
   * @throws Error where another group makes the same file
   */
  move(path: string, key: string, source: string, digest: string): void {
    this.#site.claim(path);
    const isSame = this.#isSame(path, digest);
    if (!isSame) {
      const place = this.#site.place(path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(source, place);
    }
    this.#note(path, isSame, { key, digest });
  }

  /** Whether it is the group of the last site, and nothing more is known of it. */
  isAs(last: RecordedGroup | undefined): boolean {
    return (
      last?.key === this.#key &&
      last.count === this.files.size &&
      [...this.files].every(([path, file]) => file === last.files().get(path) && isProof(file.stamp))
    );
  }

  /** What will be known of it if the build is killed while it is put in place. */
  intended(written: ReadonlySet<string>): RecordedGroup {
    return this.#recorded((path, file) => (written.has(path) ? undefined : file.stamp));
  }

  /** What is to be known of it, with the look of its files where they now are. */
  recorded(written: ReadonlySet<string>): RecordedGroup {
    return this.#recorded((path, { stamp }) =>
      !written.has(path) && isProof(stamp) ? stamp : fileStamp(join(this.#site.out, path)),
    );
  }

  #recorded(stampOf: (path: string, file: SiteFile) => string | undefined): RecordedGroup {
    const files = [...this.files].map(([path, { key, digest, pictures, ...file }]): [string, SiteFile] => {
      const stamp = stampOf(path, { key, digest, ...file });
      return [path, { key, digest, ...(stamp !== undefined && { stamp }), ...(pictures && { pictures }) }];
    });
    return RecordedGroup.of(this.#key, new Map(files));
  }

  /** Whether the last site holds a file with these bytes; if so, nothing is written. */
  #isSame(path: string, digest: string): boolean {
    const last = this.#last.get(path);
    if (last) return last.digest === digest && !this.#damaged.has(path);
    // Of a file of which nothing is known, only the bytes themselves can tell.
    return this.#site.leftovers.has(path) && isAsRecorded(join(this.#site.out, path), { digest });
  }

  #note(path: string, isSame: boolean, file: SiteFile): void {
    const last = isSame ? this.#last.get(path) : undefined;
    const stamp = last?.stamp;
    const isKnown = last?.key === file.key && last.pictures?.join() === file.pictures?.join();
    this.files.set(path, last && isKnown ? last : { ...file, ...(stamp && { stamp }) });
  }
}

/** A page's key begins with the digest of the templates it was made with. */
function templatesOf(key: string): string {
  return key.split(' ')[0] ?? '';
}
