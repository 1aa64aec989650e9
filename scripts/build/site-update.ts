import { hash } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileStamp, isProof } from './file-stamp.ts';
import type { FileWriter } from './file-writer.ts';
import { isAsRecorded, type SiteFile, type SiteRecord } from './site-record.ts';

/** Why a file was made. */
export type Reason = 'new' | 'changed' | 'templates' | 'damaged' | 'unkeyed';

/**
 * A site on its way from one build to the next. Every file of the new site is either kept, because it is made from the
 * same and is still the same, or put, in a place beside the site. Nothing of the old site is touched meanwhile.
 */
export class SiteUpdate {
  /** Every file of the new site. */
  readonly files: Record<string, SiteFile> = {};
  /** Files whose bytes are new. */
  readonly written = new Set<string>();
  readonly #out: string;
  readonly #placeOf: (path: string) => string;
  readonly #writer: FileWriter;
  readonly #last: SiteRecord;
  readonly #suspects: ReadonlySet<string> | undefined;
  /** Files are looked at once: an archive has tens of thousands. */
  readonly #unchanged = new Map<string, boolean>();

  /**
   * @param out the folder of the last site
   * @param placeOf where a file of the new site is written, on the same disk
   * @param writer writes what is put
   * @param last what is known of the last site; undefined: nothing is reused
   * @param suspects the files of it that may not be as they were written; undefined: nobody has looked yet
   */
  constructor(
    out: string,
    placeOf: (path: string) => string,
    writer: FileWriter,
    last: SiteRecord | undefined,
    suspects?: ReadonlySet<string>,
  ) {
    this.#suspects = suspects;
    this.#out = out;
    this.#placeOf = placeOf;
    this.#writer = writer;
    this.#last = last ?? { files: {}, leftovers: [] };
  }

  /**
   * Keeps a file of the last site where it would be made the same again.
   * @param key what it would be made from; undefined: nobody can say
   * @returns undefined where it is kept, else why it must be made
   */
  keep(path: string, key: string | undefined): Reason | undefined {
    const last = this.#last.files[path];
    if (!last) return 'new';
    if (key === undefined) return 'unkeyed';
    if (last.key !== key) return templatesOf(last.key) === templatesOf(key) ? 'changed' : 'templates';
    if (!this.isUnchanged(path)) return 'damaged';
    this.files[path] = last;
    return undefined;
  }

  /** Whether the last site holds a file as it was written. */
  isUnchanged(path: string): boolean {
    let isUnchanged = this.#unchanged.get(path);
    if (isUnchanged === undefined) {
      const last = this.#last.files[path];
      if (last && this.#suspects?.has(path) === false) return true;
      isUnchanged = last !== undefined && isAsRecorded(join(this.#out, path), last);
      this.#unchanged.set(path, isUnchanged);
    }
    return isUnchanged;
  }

  /**
   * Puts a file that was made. One with the bytes it had before stays where it is, and with it its place on disk.
   * @param bytes given away, as the writer says
   */
  put(path: string, key: string, bytes: Uint8Array, pictures: readonly string[] = []): void {
    const digest = hash('sha256', bytes);
    if (!this.#isSame(path, digest)) this.#writer.write(this.#place(path), bytes);
    this.#note(path, { key, digest, ...(pictures.length > 0 && { pictures }) });
  }

  /** Resolves when more may be put: whoever puts many files waits for it. @throws Error where one could not be written */
  room(): Promise<void> {
    return this.#writer.room();
  }

  /** Puts a file that is elsewhere on the same disk, and takes it from there. */
  move(path: string, key: string, source: string, digest: string): void {
    if (!this.#isSame(path, digest)) {
      const place = this.#place(path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(source, place);
    }
    this.#note(path, { key, digest });
  }

  /** Files of the last site that are not in the new one, and those a killed build may have left. */
  removed(): string[] {
    return [...Object.keys(this.#last.files), ...this.#last.leftovers].filter((path) => !(path in this.files));
  }

  /** The files whose bytes are new, with what is known of them. */
  writtenFiles(): Record<string, SiteFile> {
    return Object.fromEntries(
      [...this.written].flatMap((path) => (this.files[path] ? [[path, this.files[path]]] : [])),
    );
  }

  /** Whether the new site is the last one: nothing is written, and nothing more is known of it than before. */
  isAsLast(): boolean {
    const paths = Object.keys(this.files);
    return (
      this.written.size === 0 &&
      this.#last.leftovers.length === 0 &&
      paths.length === Object.keys(this.#last.files).length &&
      paths.every((path) => this.files[path] === this.#last.files[path] && isProof(this.files[path]?.stamp))
    );
  }

  /** What is to be known of the new site, with the look of its files where they now are. */
  record(): SiteRecord {
    const files: Record<string, SiteFile> = {};
    for (const [path, file] of Object.entries(this.files)) {
      const isKnown = !this.written.has(path) && isProof(file.stamp);
      const stamp = isKnown ? file.stamp : fileStamp(join(this.#out, path));
      files[path] = isKnown ? file : { ...file, ...(stamp && { stamp }) };
    }
    return { files, leftovers: [] };
  }

  /** Whether the last site holds a file with these bytes; if so, nothing is written. */
  #isSame(path: string, digest: string): boolean {
    const last = this.#last.files[path];
    if (!last) return false;
    // Of a site of which nothing is known, only the bytes themselves can tell.
    if (last.digest === '') return isAsRecorded(join(this.#out, path), { digest });
    return last.digest === digest && this.isUnchanged(path);
  }

  #place(path: string): string {
    this.written.add(path);
    return this.#placeOf(path);
  }

  #note(path: string, file: SiteFile): void {
    const last = this.written.has(path) ? undefined : this.#last.files[path];
    const stamp = last?.stamp;
    const isSame = last?.key === file.key && last.pictures?.join() === file.pictures?.join();
    this.files[path] = last && isSame ? last : { ...file, ...(stamp && { stamp }) };
  }
}

/** A page's key begins with the digest of the templates it was made with. */
function templatesOf(key: string): string {
  return key.split(' ')[0] ?? '';
}
