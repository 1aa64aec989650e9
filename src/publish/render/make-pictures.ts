import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readChecksummed, writeChecksummed } from '#src/disk/checksummed-file.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { cardAt } from '#src/page-data/social-pictures.ts';
import { contentPath, type ContentSource } from '#src/reading/content-path.ts';
import { digestOfPicture } from '#src/reading/read-pictures.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { cardUrl } from '#src/social-cards/social-card.ts';
import { parsePictureUrl, parseSocialCardUrl, type CardAddress } from '#src/picture-urls.ts';
import type { Progress } from '../progress.ts';
import type { GroupUpdate } from '../reuse/group-update.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';

/** Pictures that no page has shown for so long are made again if they come back. */
const CACHED_DAYS = 30;

const FORMAT = 'picture 1';

/** Where originals are, and where made pictures are cached. */
export interface PictureSources extends ContentSource {
  newsroom: Newsroom;
  /** The same, as editions. */
  editions: Readonly<Record<Locale, Edition>>;
  cacheFolder: string;
  /** Make them anew in any case. */
  isClean: boolean;
}

/**
 * Writes the pictures that the pages of a site show, in the sizes they show, and the cards they name for other sites: from the
 * last site, from the cache, or made from the originals. No other picture reaches readers: neither originals, nor those of
 * withheld articles.
 */
export async function writePictures(sources: PictureSources, update: SiteUpdate, progress: Progress): Promise<void> {
  const missing = new Map<string, { group: GroupUpdate; key: string }>();
  for (const [name, shown] of Map.groupBy([...update.pictures()].sort(), groupOf)) {
    const groupKey = shortDigest(shown.map(keyOf).join('\n'));
    if (update.reuseGroup(name, groupKey)) continue;
    const group = update.open(name, groupKey);
    for (const address of shown) {
      const key = keyOf(address);
      if (group.reuse(pathOf(address), key)) missing.set(address, { group, key });
    }
  }
  if (missing.size === 0) return;
  progress.stage('Making pictures');
  let done = 0;
  await makePictures([...missing.keys()], sources, async (address, bytes) => {
    const { group, key } = missing.get(address) ?? {};
    group?.write(pathOf(address), key ?? '', bytes);
    await update.room();
    done += 1;
    progress.update(done, missing.size);
  });
  progress.end();
}

/** Cards in groups by their digest: there may be one for each of many articles, and an edit changes one. */
function groupOf(address: string): string {
  const card = parseSocialCardUrl(address);
  return card ? `social cards ${card.digest.charAt(0)}` : 'pictures';
}

/** All that a picture or card is made from: its address, and the code that makes it. */
function keyOf(address: string): string {
  return `${sourceKey(parseSocialCardUrl(address) ? 'cards' : 'pictures')} ${address}`;
}

/**
 * Makes the pictures and cards at some addresses, or takes them from the cache.
 * @param addresses as pages name them
 * @param onPicture receives each picture, as many at a time as the machine has processors
 * @throws Error if nothing has such a picture, or if its file was changed meanwhile
 */
export async function makePictures(
  addresses: readonly string[],
  sources: PictureSources,
  onPicture: (address: string, bytes: Buffer) => Promise<void> | void,
): Promise<void> {
  const { newsroom, cacheFolder, isClean } = sources;
  const originals = originalsByDigest(newsroom);
  const cache = new PictureCache(join(cacheFolder, 'pictures'));
  const queue = addresses.values();
  const work = async () => {
    for (const address of queue) {
      let bytes = isClean ? undefined : cache.read(keyOf(address));
      if (!bytes) {
        const card = parseSocialCardUrl(address);
        bytes = await (card ? makeCard(address, card, sources, originals) : makeRendition(address, sources, originals));
        cache.write(keyOf(address), bytes);
      }
      await onPicture(address, bytes);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  cache.removeUnused();
}

async function makeRendition(address: string, sources: PictureSources, originals: Originals): Promise<Buffer> {
  const size = parsePictureUrl(address);
  const original = size && originals.get(size.digest);
  if (!original) throw new Error(`A page shows ${address}, but no article or event has such a picture.`);
  const data = await readOriginal(sources, original, size.digest);
  // The library takes a tenth of a second to load.
  const { makePicture } = await import('#src/pictures/make-picture.ts');
  return await makePicture(data, size).catch((cause: unknown) => unusable(original, cause));
}

async function makeCard(
  address: string,
  wanted: CardAddress,
  sources: PictureSources,
  originals: Originals,
): Promise<Buffer> {
  const card = cardAt(sources.editions[wanted.locale], wanted);
  if (!card || cardUrl(card) !== address)
    throw new Error(`A page names the card ${address}, but what it is about has another.`);
  const digest = card.picture?.digest ?? '';
  const original = originals.get(digest);
  const data = original === undefined ? undefined : await readOriginal(sources, original, digest);
  const { drawCard } = await import('#src/social-cards/draw-card.ts');
  return await drawCard(card, data).catch((cause: unknown) => unusable(original ?? address, cause));
}

function unusable(original: string, cause: unknown): never {
  throw new Error(`${original} cannot be made into a picture for readers; save it again`, { cause });
}

function pathOf(address: string): string {
  return address.slice(1);
}

/** @throws Error if it is another picture by now: it would be published under the address of the one that was there */
async function readOriginal(source: ContentSource, file: string, digest: string): Promise<Buffer> {
  const data = await readFile(contentPath(source, file));
  if (digestOfPicture(data) !== digest) throw new Error(`${file} was changed while the site was built; build again`);
  return data;
}

type Originals = ReadonlyMap<string, string>;

/** The file of every picture that an article or an event shows, by the digest in the picture's address. */
export function originalsByDigest({ articles, events }: Pick<Newsroom, 'articles' | 'events'>): Originals {
  const originals = new Map<string, string>();
  for (const { picture, bodyPictures } of [...articles, ...events]) {
    for (const source of [picture?.src, ...bodyPictures.map(({ image }) => image)]) {
      if (source && typeof source !== 'string') originals.set(source.digest, source.file);
    }
  }
  return originals;
}

class PictureCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  read(key: string): Buffer | undefined {
    const file = this.#fileOf(key);
    const bytes = readChecksummed(file, FORMAT);
    if (bytes) utimesSync(file, new Date(), new Date());
    return bytes;
  }

  write(key: string, bytes: Uint8Array): void {
    writeChecksummed(this.#fileOf(key), FORMAT, bytes);
  }

  removeUnused(): void {
    const oldest = Date.now() - CACHED_DAYS * 86_400_000;
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name);
      if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) rmSync(file, { force: true });
    }
  }

  #fileOf(key: string): string {
    return join(this.#folder, hash('sha256', key).slice(0, 32));
  }
}
