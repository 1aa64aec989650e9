import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentRecord, ReadingMemory } from './content-record.ts';
import { CACHE_FOLDER } from '#src/disk/cache-folder.ts';
import { fileStamp, isProof } from '#src/disk/file-signature.ts';
import { readShelf, writeShelf, type Shelf } from './reading-shard.ts';
import { isRunning } from '#src/disk/is-running.ts';
import { readSealed, writeSealed } from '#src/disk/checksummed-file.ts';
import { sourceKey } from '#src/keys/source-key.ts';

/** The files of one folder of a newsroom: a story that changes costs the writing of its year, not of the archive. */
interface OpenShelf {
  files: Shelf;
  isChanged: boolean;
}

const FOLDER = join(CACHE_FOLDER, 'readings');

/**
 * What a newsroom's good files held when they were last read. Reading 20,000 stories takes seconds, most of them for YAML
 * and the schemas; of those that nobody has written to, the result is known.
 *
 * A file is known again by its stamp, else by the digest of its bytes. Whatever in here is not as it was written is not
 * there.
 */
export class ReadingCache implements ReadingMemory {
  readonly #contentRoot: string;
  readonly #folder: string;
  readonly #form: string;
  readonly #shelves = new Map<string, OpenShelf>();
  readonly #seen = new Set<string>();
  readonly #stamps: ReadonlyMap<string, string> | undefined;

  /**
   * @param stamps of the newsroom's files, where they have been taken already
   * @param isClean know nothing, and remember anew
   * @param reader changes with the code that reads: what another reader read is not known
   */
  constructor(
    contentRoot: string,
    stamps?: ReadonlyMap<string, string>,
    isClean = false,
    reader = sourceKey('reading'),
  ) {
    this.#contentRoot = contentRoot;
    this.#stamps = stamps;
    this.#folder = folderOf(contentRoot);
    this.#form = `readings 3 ${reader}`;
    if (isClean) rmSync(this.#folder, { recursive: true, force: true });
  }

  recall(file: string): ContentRecord | undefined {
    this.#seen.add(file);
    const shelf = this.#shelfOf(file);
    const known = shelf.files.get(file);
    if (!known) return undefined;
    const path = join(this.#contentRoot, file);
    const stamp = this.#stampOf(file);
    if (isProof(known.stamp) && known.stamp === stamp) return known.record;
    if (hash('sha256', readFileSync(path)) !== known.digest) return undefined;
    // The same words in another place on the disk, or the stamp of a file that had just been written.
    known.stamp = stamp;
    shelf.isChanged = true;
    return known.record;
  }

  remember(record: ContentRecord, digest: string): void {
    const shelf = this.#shelfOf(record.file);
    // Who writes to the file while it is read leaves a stamp that is no proof yet, and is told apart by the digest.
    shelf.files.set(record.file, { stamp: this.#stampOf(record.file), digest, record });
    shelf.isChanged = true;
  }

  /** Writes what has changed, and forgets files and folders that are no longer there. */
  save(): void {
    mkdirSync(this.#folder, { recursive: true });
    const names = new Set<string>();
    for (const [folder, shelf] of this.#shelves) {
      for (const file of shelf.files.keys()) {
        if (this.#seen.has(file)) continue;
        shelf.files.delete(file);
        shelf.isChanged = true;
      }
      const name = nameOf(folder);
      if (shelf.files.size === 0) continue;
      names.add(name);
      if (shelf.isChanged) this.#write(name, shelf);
    }
    for (const name of readdirSync(this.#folder))
      if (!names.has(name) && !isBeingWritten(name)) rmSync(join(this.#folder, name), { force: true });
  }

  #stampOf(file: string): string | undefined {
    return this.#stamps?.get(file) ?? fileStamp(join(this.#contentRoot, file));
  }

  #shelfOf(file: string): OpenShelf {
    const folder = dirname(file);
    let shelf = this.#shelves.get(folder);
    if (!shelf) {
      shelf = { files: this.#read(nameOf(folder)), isChanged: false };
      this.#shelves.set(folder, shelf);
    }
    return shelf;
  }

  #read(name: string): Shelf {
    const content = readSealed(join(this.#folder, name), this.#form);
    return content ? readShelf(content) : new Map();
  }

  #write(name: string, { files }: OpenShelf): void {
    writeSealed(join(this.#folder, name), this.#form, writeShelf(files));
  }
}

/** Another command in this checkout writes a shelf under a name of its own first: see write-whole.ts. */
function isBeingWritten(name: string): boolean {
  const [, mark] = /^[0-9a-f]{16}\.(.+)$/.exec(name) ?? [];
  return mark !== undefined && isRunning(mark);
}

function folderOf(contentRoot: string): string {
  return join(FOLDER, hash('sha256', contentRoot).slice(0, 16));
}

function nameOf(folder: string): string {
  return hash('sha256', folder).slice(0, 16);
}
