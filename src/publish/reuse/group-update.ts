import { hash } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { belowPath } from '#src/hosting/below-path.ts';
import { fileSignature, isProof } from '#src/disk/file-signature.ts';
import type { FileWriter } from '#src/disk/file-writer.ts';
import { RecordedGroup, type SiteFile, type SiteFiles } from './recorded-group.ts';
import { hasDigest } from './site-record.ts';

/** Why a file was made. */
export type Reason = 'new' | 'changed' | 'templates' | 'damaged' | 'unkeyed' | 'clean';

/** The site that a group's files belong to. */
export interface GroupSite {
  /** The folder of the last site. */
  out: string;
  writer: FileWriter;
  /** Files that may be there, and of which nothing is known. */
  leftovers: ReadonlySet<string>;
  /** Whether no file may be reused without being made. */
  isClean: boolean;
  /** The path of its host below which the site is; '' at the root. */
  below: string;
  /** Registers a file of the new site as this group's. @throws Error if it is another's */
  claim: (path: string) => void;
  /** Where a new file is written. */
  place: (path: string) => string;
}

/** A group of files on its way from one build to the next: each is reused where it is, or written. */
export class GroupUpdate {
  /** Its files in the new site. */
  readonly files = new Map<string, SiteFile>();
  readonly #key: string;
  readonly #last: SiteFiles;
  readonly #damaged: ReadonlySet<string>;
  readonly #site: GroupSite;
  /** Files that cannot be reused, and are still to be written. */
  readonly #missing = new Set<string>();

  /**
   * @param key what all of it is made from; '' if unknown
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
   * Reuses a file of the last site if it would be made the same again.
   * @param key what it would be made from; undefined if unknown
   * @returns undefined if it is reused, else why it must be made
   * @throws Error if another group makes the same file
   */
  reuse(path: string, key: string | undefined): Reason | undefined {
    this.#site.claim(path);
    const last = this.#last.get(path);
    const reason = last ? this.#reasonToMake(path, last, key) : 'new';
    if (last && !reason) this.files.set(path, last);
    else this.#missing.add(path);
    return reason;
  }

  #reasonToMake(path: string, last: SiteFile, key: string | undefined): Reason | undefined {
    if (this.#site.isClean) return 'clean';
    if (key === undefined) return 'unkeyed';
    const placed = placedKey(key, this.#site.below);
    if (last.key !== placed) return templatesOf(last.key) === templatesOf(placed) ? 'changed' : 'templates';
    return this.#damaged.has(path) ? 'damaged' : undefined;
  }

  /**
   * Takes a file that was made. One with the bytes it had before stays where it is.
   * @param made must not be changed afterwards, as the writer requires
   * @throws Error if another group makes the same file
   */
  write(path: string, key: string, made: Uint8Array, pictures: readonly string[] = []): void {
    if (!this.#missing.delete(path)) this.#site.claim(path);
    const bytes = belowPath(path, made, this.#site.below);
    const digest = hash('sha256', bytes);
    const isSame = this.#isSame(path, digest);
    if (!isSame) this.#site.writer.write(this.#site.place(path), bytes);
    this.#note(path, isSame, {
      key: placedKey(key, this.#site.below),
      digest,
      ...(pictures.length > 0 && { pictures }),
    });
  }

  /**
   * Takes a file that is elsewhere on the same disk, and moves it.
   * @throws Error if another group makes the same file
   */
  move(path: string, key: string, source: string, digest: string): void {
    this.#site.claim(path);
    const isSame = this.#isSame(path, digest);
    if (!isSame) {
      const place = this.#site.place(path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(source, place);
    }
    this.#note(path, isSame, { key: placedKey(key, this.#site.below), digest });
  }

  /** Whether it is the group of the last site, and nothing more is known of it. */
  isSameAs(last: RecordedGroup | undefined): boolean {
    return (
      last?.key === this.#key &&
      last.count === this.files.size &&
      [...this.files].every(([path, file]) => file === last.files().get(path) && isProof(file.signature))
    );
  }

  /** What will be known of it if the build is killed while it is moved into the site. */
  intended(written: ReadonlySet<string>): RecordedGroup {
    return this.#recorded((path, file) => (written.has(path) ? undefined : file.signature));
  }

  /** What is to be recorded of it, with the signatures of its files in the site. @param at the time, in milliseconds */
  recorded(written: ReadonlySet<string>, at: number): RecordedGroup {
    return this.#recorded((path, { signature }) =>
      !written.has(path) && isProof(signature) ? signature : fileSignature(join(this.#site.out, path), at),
    );
  }

  #recorded(signatureOf: (path: string, file: SiteFile) => string | undefined): RecordedGroup {
    const files = [...this.files].map(([path, { key, digest, pictures, ...file }]): [string, SiteFile] => {
      const signature = signatureOf(path, { key, digest, ...file });
      return [path, { key, digest, ...(signature !== undefined && { signature }), ...(pictures && { pictures }) }];
    });
    return RecordedGroup.of(this.#key, new Map(files));
  }

  /** Whether the last site has a file with these bytes; if so, nothing is written. */
  #isSame(path: string, digest: string): boolean {
    const last = this.#last.get(path);
    if (last) return last.digest === digest && !this.#damaged.has(path);
    // If nothing is known of a file, only its bytes can tell.
    return this.#site.leftovers.has(path) && hasDigest(join(this.#site.out, path), digest);
  }

  #note(path: string, isSame: boolean, file: SiteFile): void {
    const last = isSame ? this.#last.get(path) : undefined;
    const signature = last?.signature;
    const isKnown = last?.key === file.key && last.pictures?.join() === file.pictures?.join();
    this.files.set(path, last && isKnown ? last : { ...file, ...(signature && { signature }) });
  }
}

/** A key of what is below a path of its host, since that is in the files. */
export function placedKey(key: string, below: string): string {
  return below ? `${key} ${below}` : key;
}

/** A page's key begins with the digest of the templates it was made with. */
function templatesOf(key: string): string {
  return key.split(' ')[0] ?? '';
}
