import { readFile } from 'node:fs/promises';
import { parsePictureUrl } from '#src/picture-urls.ts';
import { contentPath, type ContentSource } from '#src/reading/content-path.ts';
import { digestOfPicture } from '#src/reading/picture-digest.ts';
import { cachedPicture, pictureKey, type PictureCachePlace } from './picture-cache.ts';

/** As many pictures are made at once as Node has threads for such work (UV_THREADPOOL_SIZE, nodejs.org/api/cli.html). */
export const AT_ONCE = 4;

/** Where originals are read, and made pictures are cached. */
export interface PictureSource extends ContentSource, PictureCachePlace {}

/** A rendition, and the file it is made from, within the content root. */
export interface Rendition {
  address: string;
  original: string;
}

/**
 * The bytes of a rendition: those that the site publishes at its address.
 * @throws Error if its file cannot be made into a picture, or was changed meanwhile
 */
export function renditionBytes({ address, original }: Rendition, source: PictureSource): Promise<Buffer> {
  return cachedPicture(address, source, async () => {
    const size = parsePictureUrl(address);
    if (!size) throw new Error(`${address} is no address of a picture`);
    const data = await readOriginal(source, original, size.digest);
    // The library takes a tenth of a second to load.
    const { makePicture } = await import('./make-picture.ts');
    return await makePicture(data, size).catch((cause: unknown) => unusable(original, cause));
  });
}

/** Lengths by key and the cache they are from: all formats of a feed name the same pictures. */
const known = new Map<string, number>();

/**
 * The lengths of some renditions in bytes, in their order. Those not made yet are made, and are
 * then in the cache for the build that publishes them.
 * @throws Error as {@link renditionBytes} does
 */
export async function renditionLengths(renditions: readonly Rendition[], source: PictureSource): Promise<number[]> {
  const lengths: number[] = [];
  const queue = renditions.entries();
  const work = async () => {
    for (const [at, rendition] of queue) {
      const name = `${source.cacheFolder} ${source.cachedSince ?? 0} ${pictureKey(rendition.address)}`;
      const length = known.get(name) ?? (await renditionBytes(rendition, source)).length;
      known.set(name, length);
      lengths[at] = length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return lengths;
}

/** @throws Error if it is another picture by now: it would be published under the address of the one that was there */
export async function readOriginal(source: ContentSource, file: string, digest: string): Promise<Buffer> {
  const data = await readFile(contentPath(source, file));
  if (digestOfPicture(data) !== digest) throw new Error(`${file} was changed while the site was built; build again`);
  return data;
}

/** @param original what the picture is made from */
export function unusable(original: string, cause: unknown): never {
  throw new Error(`${original} cannot be made into a picture for readers; save it again`, { cause });
}
