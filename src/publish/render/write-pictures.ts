import { mkdirSync, rmSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { shortDigest } from '#src/keys/digest.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { digestOfPicture } from '#src/reading/read-pictures.ts';
import { parsePictureUrl } from '#src/urls.ts';
import type { Progress } from '../progress.ts';
import { CACHE_FOLDER } from '#src/disk/cache-folder.ts';
import { readSealed, writeSealed } from '#src/disk/checksummed-file.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';
import { sourceKey } from '#src/keys/source-key.ts';

const FOLDER = join(CACHE_FOLDER, 'pictures');

/** Pictures nobody has named for so long are made again if they come back. */
const KEPT_DAYS = 30;

/**
 * Puts the pictures that the pages of a site name, in the sizes they name them in: from the last site, from the cache of
 * all builds in this checkout, or made from the originals. No other picture reaches readers: neither originals, nor those
 * of stories that are withheld.
 * @param contentRoot where the originals are
 * @param isClean make them anew in any case
 * @returns how many were made
 */
export async function putPictures(
  newsroom: Newsroom,
  contentRoot: string,
  update: SiteUpdate,
  progress: Progress,
  isClean: boolean,
): Promise<number> {
  const maker = sourceKey('pictures');
  const named = [...update.pictures()].sort();
  const groupKey = shortDigest([maker, ...named].join('\n'));
  if (update.keepGroup('pictures', groupKey)) return 0;
  const group = update.open('pictures', groupKey);
  const wanted = named.flatMap((address) => {
    const path = address.slice(1);
    const key = `${maker} ${address}`;
    return group.keep(path, key) ? [{ address, path, key }] : [];
  });
  if (wanted.length === 0) return 0;
  const originals = originalsByDigest(newsroom);
  mkdirSync(FOLDER, { recursive: true });
  // Only where there is something to make: the library takes a tenth of a second to load.
  const { makePicture } = await import('#src/pictures/make-picture.ts');
  progress.stage('Making pictures');
  let made = 0;
  let done = 0;
  const queue = wanted.values();
  const work = async () => {
    for (const { address, path, key } of queue) {
      const size = parsePictureUrl(address);
      const original = size && originals.get(size.digest);
      if (!original) throw new Error(`A page names ${address}, but no story has such a picture.`);
      let bytes = isClean ? undefined : fromCache(key);
      if (!bytes) {
        bytes = await makePicture(await readOriginal(contentRoot, original, size.digest), size).catch(
          (cause: unknown) => {
            throw new Error(`${original} cannot be made into a picture for readers; save it again`, { cause });
          },
        );
        toCache(key, bytes);
        made += 1;
      }
      group.put(path, key, bytes);
      await update.room();
      done += 1;
      progress.update(done, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  progress.end();
  removeUnused();
  return made;
}

/** @throws Error where it is another picture by now: it would be kept under the address of the one that was there */
async function readOriginal(contentRoot: string, file: string, digest: string): Promise<Buffer> {
  const data = await readFile(join(contentRoot, file));
  if (digestOfPicture(data) !== digest) throw new Error(`${file} was changed while the site was built; build again`);
  return data;
}

function originalsByDigest({ articles }: Newsroom): Map<string, string> {
  const originals = new Map<string, string>();
  for (const { picture, bodyPictures } of articles) {
    for (const source of [picture?.src, ...bodyPictures.map(({ image }) => image)]) {
      if (source && typeof source !== 'string') originals.set(source.digest, source.file);
    }
  }
  return originals;
}

const FORM = 'picture 1';

/** A picture as it was made before. */
function fromCache(key: string): Buffer | undefined {
  const file = cacheFile(key);
  const bytes = readSealed(file, FORM);
  if (bytes) utimesSync(file, new Date(), new Date());
  return bytes;
}

function toCache(key: string, bytes: Uint8Array): void {
  writeSealed(cacheFile(key), FORM, bytes);
}

function cacheFile(key: string): string {
  return join(FOLDER, hash('sha256', key).slice(0, 32));
}

function removeUnused(): void {
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of readdirSync(FOLDER)) {
    const file = join(FOLDER, name);
    if (statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}
