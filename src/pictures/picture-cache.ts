import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readChecksummed, writeChecksummed } from '#src/disk/checksummed-file.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import { parseSocialCardUrl } from '#src/picture-urls.ts';

/** Pictures that no build has asked for so long are made again if they come back. */
const CACHED_DAYS = 30;

const FORMAT = 'picture 1';

/** Where made pictures are cached. */
export interface PictureCachePlace {
  /** The folder of all caches; absolute. */
  cacheFolder: string;
  /** Nothing that was made earlier is used, in milliseconds since 1970: the start of a clean build. */
  cachedSince?: number | undefined;
}

/** All that a picture or card is made from: its address, and the code that makes it. */
export function pictureKey(address: string): string {
  return `${sourceKey(parseSocialCardUrl(address) ? 'cards' : 'pictures')} ${address}`;
}

/**
 * A picture from the cache, or made and put there. A cached file's time of change is when it was made, its time of access when it was
 * last used.
 * @param address of a picture or card; all that its bytes depend on, besides the code
 * @throws Error if it cannot be made
 */
export async function cachedPicture(
  address: string,
  { cacheFolder, cachedSince = 0 }: PictureCachePlace,
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const folder = folderOf(cacheFolder);
  const file = join(folder, hash('sha256', pictureKey(address)).slice(0, 32));
  const made = statSync(file, { throwIfNoEntry: false })?.mtime;
  const cached = made && made.getTime() >= cachedSince ? readChecksummed(file, FORMAT) : undefined;
  if (made && cached) {
    touch(file, made);
    return cached;
  }
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  writeChecksummed(file, FORMAT, bytes);
  return bytes;
}

/** Removes the pictures that no build has asked for lately. */
export function removeUnusedPictures({ cacheFolder }: PictureCachePlace): void {
  const folder = folderOf(cacheFolder);
  if (!existsSync(folder)) return;
  const oldest = Date.now() - CACHED_DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const { atimeMs, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { atimeMs: 0, mtimeMs: 0 };
    if (Math.max(atimeMs, mtimeMs) < oldest) rmSync(file, { force: true });
  }
}

const folderOf = (cacheFolder: string) => join(cacheFolder, 'pictures');

function touch(file: string, made: Date): void {
  try {
    utimesSync(file, new Date(), made);
  } catch {
    // Another build has just removed it; its bytes are as good.
  }
}
