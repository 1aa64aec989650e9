import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentRecord, ReadingMemory } from './content-record.ts';
import { fileSignature, isProof } from '#src/disk/file-signature.ts';
import { readShard, writeShard, type Shard } from './reading-shard.ts';
import { isRunning } from '#src/disk/is-running.ts';
import { readChecksummed, writeChecksummed } from '#src/disk/checksummed-file.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import { relativeKey } from '#src/keys/relative-key.ts';

/** The files of one folder of a newsroom: a changed article rewrites its year, not the archive. */
interface OpenShard {
  files: Shard;
  isChanged: boolean;
}

/** Which readings are cached, and where. */
export interface ReadingCacheOptions {
  /** The folder of all caches. */
  cacheFolder: string;
  contentRoot: string;
  /** Signatures of the newsroom's files, if they have been taken already. */
  signatures?: ReadonlyMap<string, string>;
  /** The time, in milliseconds since 1970; default: now. */
  at?: number;
  /** Forget what is cached. */
  isClean?: boolean;
  /** Changes with the code that reads: what another version read is not reused. */
  reader?: string;
}

/**
 * What a newsroom's good files held when they were last read. Reading 20,000 articles takes seconds, most of them for YAML
 * and the schemas; what unchanged files held is known.
 *
 * A file is unchanged if its signature is, else if the digest of its bytes is. A damaged cache file is ignored.
 */
export class ReadingCache implements ReadingMemory {
  readonly #contentRoot: string;
  readonly #folder: string;
  readonly #at: number;
  readonly #form: string;
  readonly #shards = new Map<string, OpenShard>();
  readonly #seen = new Set<string>();
  readonly #signatures: ReadonlyMap<string, string> | undefined;

  constructor({ cacheFolder, contentRoot, signatures, at = Date.now(), isClean = false, reader }: ReadingCacheOptions) {
    this.#at = at;
    this.#contentRoot = contentRoot;
    this.#signatures = signatures;
    this.#folder = join(cacheFolder, 'readings', relativeKey(cacheFolder, contentRoot));
    this.#form = `readings 3 ${reader ?? sourceKey('reading')}`;
    if (isClean) rmSync(this.#folder, { recursive: true, force: true });
  }

  knows(file: string): boolean {
    return this.#shardOf(file).files.has(file);
  }

  recall(file: string): ContentRecord | undefined {
    this.#seen.add(file);
    const shard = this.#shardOf(file);
    const known = shard.files.get(file);
    if (!known) return undefined;
    const path = join(this.#contentRoot, file);
    const signature = this.#signatureOf(file);
    if (isProof(known.signature) && known.signature === signature) return known.record;
    if (digestOf(path) !== known.digest) return undefined;
    // The same bytes with a new inode, or the signature of a file that had just been written.
    known.signature = signature;
    shard.isChanged = true;
    return known.record;
  }

  remember(record: ContentRecord, digest: string): void {
    const shard = this.#shardOf(record.file);
    // If someone writes to the file while it is read, its signature proves nothing yet, and the digest decides.
    shard.files.set(record.file, { signature: this.#signatureOf(record.file), digest, record });
    shard.isChanged = true;
  }

  /** Writes what has changed, and forgets files and folders that are no longer there. */
  save(): void {
    mkdirSync(this.#folder, { recursive: true });
    const names = new Set<string>();
    for (const [folder, shard] of this.#shards) {
      for (const file of shard.files.keys()) {
        if (this.#seen.has(file)) continue;
        shard.files.delete(file);
        shard.isChanged = true;
      }
      const name = nameOf(folder);
      if (shard.files.size === 0) continue;
      names.add(name);
      if (shard.isChanged) this.#write(name, shard);
    }
    for (const name of readdirSync(this.#folder))
      if (!names.has(name) && !isBeingWritten(name)) rmSync(join(this.#folder, name), { force: true });
  }

  #signatureOf(file: string): string | undefined {
    return this.#signatures?.get(file) ?? fileSignature(join(this.#contentRoot, file), this.#at);
  }

  #shardOf(file: string): OpenShard {
    const folder = dirname(file);
    let shard = this.#shards.get(folder);
    if (!shard) {
      shard = { files: this.#read(nameOf(folder)), isChanged: false };
      this.#shards.set(folder, shard);
    }
    return shard;
  }

  #read(name: string): Shard {
    const content = readChecksummed(join(this.#folder, name), this.#form);
    return content ? readShard(content) : new Map();
  }

  #write(name: string, { files }: OpenShard): void {
    writeChecksummed(join(this.#folder, name), this.#form, writeShard(files));
  }
}

/** SHA-256 of a file; undefined if it cannot be read, which is found out when it is. */
function digestOf(path: string): string | undefined {
  try {
    return hash('sha256', readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Another command in this checkout may be writing a shard: see write-atomically.ts. */
function isBeingWritten(name: string): boolean {
  const [, mark] = /^[0-9a-f]{16}\.(.+)$/.exec(name) ?? [];
  return mark !== undefined && isRunning(mark);
}

function nameOf(folder: string): string {
  return hash('sha256', folder).slice(0, 16);
}
